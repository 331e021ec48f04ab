import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { CommandError } from '../command-error';
import { LOCAL_URL } from '../options';

/** The variables by which tools find a deployment. */
export type Variable =
  | 'LEDGER_TABLE'
  | 'VAULT_TABLE'
  | 'AUDIENCE_TABLE'
  | 'LOG_TABLE'
  | 'ARCHIVE_BUCKET'
  | `${Uppercase<ConsumerName>}_QUEUE`;

/** The deployment that a command is about. */
export interface Target {
  /** Names it, so that a command does not go on with another one's state. */
  readonly name: string;
  /** By its clock: that of the local stack can be moved. */
  readonly now: () => Date;
}

/**
 * Makes the environment that of a deployment, which is there already, or of the local stack, which is asked for it.
 * What `functions/deps` builds afterwards is the deployment's.
 *
 * @throws {CommandError}
 */
export async function enterTarget(url: string | undefined, needed: readonly Variable[]): Promise<Target> {
  // A newer Node that the SDK will want some day is no finding.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const isLocal = url !== undefined || !process.env['LEDGER_TABLE'];
  const aheadMs = isLocal ? await enterLocal(url ?? LOCAL_URL, needed) : 0;
  const missing = needed.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new CommandError(`The environment lacks ${missing.join(', ')}.`);
  const tables = needed.map((name) => process.env[name]).join(', ');
  const now = (): Date => new Date(Date.now() + aheadMs);
  return { name: isLocal ? `${url ?? LOCAL_URL}: ${tables}` : tables, now };
}

async function enterLocal(url: string, needed: readonly Variable[]): Promise<number> {
  try {
    const [environment, clock] = await Promise.all([ask(url, 'environment'), ask(url, 'clock')]);
    Object.assign(process.env, environment);
    return Date.parse((clock as { now: string }).now) - Date.now();
  } catch (error) {
    throw new CommandError(
      `There is no local stack at ${url} (${(error as Error).message}). Start it with npm start; or, for a ` +
        `deployment, set ${needed.join(', ')} and AWS_REGION, and leave --url out.`,
    );
  }
}

async function ask(url: string, what: string): Promise<object> {
  const answer = await fetch(new URL(`/_local/${what}`, url));
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return (await answer.json()) as object;
}
