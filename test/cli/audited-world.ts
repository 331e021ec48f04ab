import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { audit } from '../../cli/audit';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { serve, type Service } from '../../local/http';
import { s3Endpoint } from '../../local/s3/endpoint';
import { Objects } from '../../local/s3/objects';
import type { Entry } from '../../shared/consent/entry';
import { sha256 } from '../../shared/hash';
import { startAuthority, type Authority } from '../archive/authority';
import { streamEvent } from '../integration/fixtures';
import { confirmed, journey } from '../integration/journey';
import { newsOf } from '../integration/news';
import { startWorld, type World } from '../integration/world';
import { Damage, type Keys } from './damage';
import { runFunction } from '../integration/run-function';

const BUCKET = 'consent-archive';

/*
 * A healthy system of several people, some minutes after their last step. Its log is of three tiles, most of whose
 * leaves are of entries that were deleted since.
 */
export let world: World;
export let damage: Damage;
/** For files of a test. */
export let folder: string;
/** Where the archive's objects lie as files. */
export let archive: string;
/** The entries of a person who confirmed: request, mail, consent, and two more mails. */
export let anna: readonly Entry[];
/** Leaves of the log. */
export let size: number;

/** Makes the system before the tests of a file, and whatever they damage whole after each. */
export function useAuditedWorld(): void {
  let s3: Service;
  let authority: Authority;
  beforeAll(async () => {
    world = await startWorld();
    damage = new Damage(world.dynamo);
    folder = await mkdtemp(path.join(tmpdir(), 'consent-audit-'));
    archive = path.join(folder, 'archive');
    s3 = await serve(s3Endpoint(BUCKET, await Objects.open(archive)));
    authority = await startAuthority();
    const environment = {
      SITES: EXAMPLE_SITES,
      ARCHIVE_BUCKET: BUCKET,
      AWS_ENDPOINT_URL_S3: s3.url,
      TIMESTAMP_URL: authority.url,
    };
    Object.assign(process.env, environment);
    await live();
    const entries = await world.entries();
    const [first] = [...entries].sort((one, other) => one.at.localeCompare(other.at));
    anna = entries.filter(({ subject }) => subject === first?.subject);
    ({ size } = await damage.get<{ size: number }>(LOG(), HEAD));
  }, 60_000);
  afterEach(() => damage.repair());
  afterAll(() => Promise.all([world.stop(), s3.close(), authority.stop(), rm(folder, { recursive: true })]));
}

async function live(): Promise<void> {
  const tell = newsOf(world);
  const sequence = (event: object) => runFunction('sequencer', event);
  const archiveNow = () => runFunction('archive');
  const gone = Array.from({ length: 700 }, (_, n) => ({
    hash: Buffer.from(sha256(`gone ${n}`)).toString('base64url'),
  }));
  await sequence(streamEvent('sequencer-insert', gone.slice(0, 256)));
  await archiveNow();
  await sequence(streamEvent('sequencer-insert', gone.slice(256)));
  await confirmed(journey(world, tell, 'anna@example.com'));
  await journey(world, tell, 'ben@example.com').signUp();
  await tell();
  await world.sequence();
  await archiveNow();
  const carla = await confirmed(journey(world, tell, 'carla@example.com'));
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token: carla.unsubscribe } });
  await tell();
  await world.sequence();
  await archiveNow();
  world.advance('PT20M');
}

export const LEDGER = (): string => process.env['LEDGER_TABLE'] as string;
export const VAULT = (): string => process.env['VAULT_TABLE'] as string;
export const LOG = (): string => process.env['LOG_TABLE'] as string;
export const HEAD: Keys = { pk: 'head', sk: 'head' };
export const CHECKPOINT: Keys = { pk: 'checkpoint', sk: 'checkpoint' };
export const keyOf = ({ subject, seq }: Entry): Keys => ({
  pk: `subject#${subject}`,
  sk: `entry#${String(seq).padStart(8, '0')}`,
});
export const leafOf = ({ hash }: Entry): Keys => ({ pk: `leaf#${hash}`, sk: 'leaf' });
export const tile = (level: number, index: number): Keys => ({ pk: `tile#${level}#${index}`, sk: 'tile' });
/** Anna's entry of that place. */
export const nth = (seq: number): Entry => anna[seq] as Entry;

export interface Result {
  readonly code: number;
  readonly findings: readonly { code: string; text: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

export async function runAudit(...args: string[]): Promise<Result> {
  const lines: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const state = path.join(folder, 'state.json');
  const code = await audit(['--json', '--state', state, ...args]).finally(() => spy.mockRestore());
  // Of whatever is wrong, it names places, never people.
  expect(lines.join()).not.toMatch(/anna@|ben@|carla@|203\.0\.113|198\.51\.100/);
  const findings = lines.map((line) => JSON.parse(line) as never);
  const { summary } = findings.pop() as unknown as { summary: Result['summary'] };
  return { code, findings, summary };
}

/** Runs an audit that finds just this. */
export async function expectFindings(...expected: readonly [code: string, text: string | RegExp][]): Promise<void> {
  const { code, findings } = await runAudit();
  const texts = expected.map(([name, text]) => ({
    code: name,
    text: (typeof text === 'string' ? text : expect.stringMatching(text)) as string,
  }));
  expect(findings.map(({ code: name, text }) => ({ code: name, text }))).toEqual(texts);
  expect(code).toBe(1);
}

function flip(bytes: Uint8Array, hash: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[hash * 32] = (flipped[hash * 32] ?? 0) ^ 1;
  return flipped;
}

export async function flipHash(keys: Keys, member: 'hashes' | 'groups' | 'edge', hash: number): Promise<void> {
  const item = await damage.get<Record<string, Uint8Array>>(LOG(), keys);
  await damage.change(LOG(), keys, { [member]: flip(item[member] as Uint8Array, hash) });
}
