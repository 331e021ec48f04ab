/** What is compared: this system, or another that people try for the same. */
export interface Peer {
  readonly name: string;
  /** What is not here that it needs. Undefined if it can be measured. */
  readonly missing: () => string | undefined;
  /** Starts it with its data in that folder, where nothing or what it left is; resolves with its first answer. */
  readonly start: (folder: string) => Promise<Running>;
}

/** A peer that runs. */
export interface Running {
  readonly version: string;
  /** The processes that it consists of, but for their children. */
  readonly processes: readonly number[];
  /** What has to be there once, before somebody can sign up. */
  readonly prepare: () => Promise<void>;
  /** One call, as a form makes it: an address, a name, and consent to a newsletter and to its analysis. */
  readonly signUp: (email: string) => Promise<void>;
  /** Resolves when nothing of what follows from sign-ups is left to do. */
  readonly rest: () => Promise<void>;
  /** All that it gives to somebody who has to show what was agreed to by that address. */
  readonly proof: (email: string) => Promise<string>;
  /** So many people from elsewhere, until they are all in. Undefined if it takes none. */
  readonly bringAlong?: (people: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}
