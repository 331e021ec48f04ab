import { BadUsage } from '../usage';

const LOCAL = 'http://localhost:3000';

/** The variables by which tools find a deployment. */
export type Variable = 'LEDGER_TABLE' | 'VAULT_TABLE' | 'AUDIENCE_TABLE' | 'LOG_TABLE' | 'ARCHIVE_BUCKET';

/** The deployment that a command is about. */
export interface Target {
  /** Names it, so that a command does not go on with another one's state. */
  readonly name: string;
  /** How far its clock is ahead of ours: that of the local stack can be moved. */
  readonly aheadMs: number;
}

/**
 * Makes the environment that of a deployment, which is there already, or of the local stack, which is asked for it. To be
 * called before modules load that read it.
 *
 * @throws {BadUsage}
 */
export async function enterTarget(url: string | undefined, needed: readonly Variable[]): Promise<Target> {
  // A newer Node that the SDK will want some day is no finding.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const isLocal = url !== undefined || !process.env['LEDGER_TABLE'];
  const aheadMs = isLocal ? await enterLocal(url ?? LOCAL, needed) : 0;
  const missing = needed.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new BadUsage(`The environment lacks ${missing.join(', ')}.`);
  const tables = needed.map((name) => process.env[name]).join(', ');
  return { name: isLocal ? `${url ?? LOCAL}: ${tables}` : tables, aheadMs };
}

async function enterLocal(url: string, needed: readonly Variable[]): Promise<number> {
  try {
    const [environment, clock] = await Promise.all([ask(url, 'environment'), ask(url, 'clock')]);
    Object.assign(process.env, environment);
    return Date.parse((clock as { now: string }).now) - Date.now();
  } catch (error) {
    throw new BadUsage(
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
