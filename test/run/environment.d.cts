/** What Jest makes for each suite, see environment.cjs. */
declare class Environment {
  constructor(told: { readonly projectConfig: object });
  setup(): Promise<void>;
  teardown(): Promise<void>;
}
export = Environment;
