import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../../cli/audit/finding';
import { Journal, type AuditState, type State } from '../../cli/audit/journal';
import { StateFile } from '../../cli/resume/state-file';
import { rulesFrom } from '../../cli/tables/sites';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { canonicalJson } from '../../shared/canonical';
import type { Entry, Step } from '../../shared/consent/entry';
import { seal } from '../../shared/ledger/chain';
import {
  anna,
  CHECKPOINT,
  damage,
  expectFindings,
  flipHash,
  folder,
  HEAD,
  keyOf,
  leafOf,
  LEDGER,
  LOG,
  nth,
  runAudit,
  size,
  tile,
  world,
  useAuditedWorld,
} from './audited-world';
import type { Keys } from './damage';
import { runPages } from './paged-run';
import { runAudit as run } from '../../cli/audit/run';
import { partitionsOf } from '../../cli/tables/partitions';
import { archive } from '../../functions/deps/archive';

useAuditedWorld();

describe('an audit that is interrupted', () => {
  const stateOf = (name: string, of: string) =>
    new StateFile<AuditState>(path.join(folder, name), { what: 'an audit', of });

  test.each([
    [1, 1],
    [3, 1],
    [7, 1],
    [2, 5],
  ])('after every page of %d items, in %d parts, finds and counts the same', async (pageSize, segments) => {
    await damage.remove(LEDGER(), keyOf(nth(3)));
    await damage.remove(LOG(), leafOf(nth(2)));
    await flipHash(tile(0, 0), 'hashes', 7);
    const { findings: expected, summary } = await runAudit();
    const { ledger, vault, audience, log } = world.deps;
    const rules = { siteOf: await rulesFrom(EXAMPLE_SITES), now: () => new Date() };
    const audited = { ...rules, ledger, vault, audience, log, archive: archive() };
    let findings: Finding[] = [];
    const report = (finding: Finding): number => findings.push(finding);
    const { pages, result } = await runPages(stateOf('pages.json', 'this'), pageSize, (page) => {
      findings = [];
      return run({ ...audited, segments, report }, page);
    });
    const texts = (found: readonly Pick<Finding, 'text'>[]): string[] => found.map(({ text }) => text);
    // Side by side what is found comes in another order.
    const ordered = (found: string[]): string[] => (segments === 1 ? found : found.toSorted());
    expect(ordered(texts(findings))).toEqual(ordered(texts(expected)));
    expect(result.counts).toEqual(summary);
    expect(pages).toBeGreaterThan(9 / pageSize);
  });

  test('keeps of a part what it had counted by then, and nothing of what it counts later', async () => {
    const kept: State[] = [];
    const progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };
    const reached = (state: State): Promise<void> => Promise.resolve(void kept.push(state));
    const journal = new Journal({ begun: undefined, reached, progress }, () => undefined);
    journal.count('entries', 2);
    await journal.reached({ phase: 'ledger', seen: 2 });
    journal.count('entries', 1);
    expect(kept.map(({ counts }) => counts.entries)).toEqual([2]);
  });

  test('does not go on with the state of another one', async () => {
    const state = path.join(folder, 'other.json');
    await stateOf('other.json', 'Ledger-of-others').write({} as AuditState);
    await expect(runAudit('--state', state)).rejects.toThrow(
      /other\.json is of an audit of Ledger-of-others\. Delete it/,
    );
    await rm(state);
  });

  test('never holds more than a page and one partition', async () => {
    // Counts are about nobody, and left out.
    const ledger = (await world.items('ledger')).filter(({ pk }) => !/^(counts|tallied)#/.test(pk));
    let count = 0;
    for await (const { partitions } of partitionsOf<Keys>(world.deps.ledger, undefined, 2)) {
      expect(partitions.flat().length).toBeLessThanOrEqual(2 + anna.length + 1);
      count += partitions.flat().length;
    }
    expect(count).toBe(ledger.length);
  });
});

test('without a system to audit, it says what to do', async () => {
  const { LEDGER_TABLE, VAULT_TABLE } = process.env;
  try {
    delete process.env['VAULT_TABLE'];
    await expect(runAudit()).rejects.toThrow('The environment lacks VAULT_TABLE.');
    delete process.env['LEDGER_TABLE'];
    await expect(runAudit('--url', 'http://127.0.0.1:9')).rejects.toThrow(
      /^There is no local stack at http:\/\/127\.0\.0\.1:9 .*Start it with npm start/,
    );
  } finally {
    Object.assign(process.env, { LEDGER_TABLE, VAULT_TABLE });
  }
});

describe('an entry that the log does not have', () => {
  /** Adds an entry to a chain that nobody brings to the sequencer. */
  async function forget(at: Date): Promise<Entry> {
    const { site, recordId, type, actor, purposes, facts } = nth(4);
    const step = { site, type, actor, purposes, facts, at: at.toISOString(), ...(recordId && { recordId }) };
    const entry = seal(step as Step, { subject: nth(4).subject, parts: {} }, anna.at(-1) as Entry);
    await damage.add(LEDGER(), keyOf(entry), { type, site, seq: entry.seq, entry: canonicalJson(entry) });
    return entry;
  }

  test('is on its way while it is young', async () => {
    await forget(new Date());
    const { code, summary } = await runAudit();
    expect({ code, onTheWay: summary['onTheWay'] }).toEqual({ code: 0, onTheWay: 1 });
  });

  test('is missing when it is old, and can be appended once; the sequencer then publishes it', async () => {
    const entry = await forget(new Date(Date.now() - 16 * 60 * 1000));
    await expectFindings([
      'notInLog',
      `Entry ${entry.seq} of subject ${entry.subject} of ${entry.at} is not in the log.`,
    ]);
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect((await runAudit('--append-missing')).code).toBe(1);
    expect(stderr.mock.calls.join()).toContain('1 entries were appended');
    // Whoever asks the log sees nothing of it yet, and yet all is consistent.
    expect(await runAudit('--append-missing')).toMatchObject({ code: 0, summary: { leaves: size + 1 } });
    stderr.mockRestore();
    expect((await damage.get<{ size: number }>(LOG(), CHECKPOINT)).size).toBe(size);
    await world.sequence();
    expect((await damage.get<{ size: number }>(LOG(), CHECKPOINT)).size).toBe(size + 1);
    expect((await runAudit()).code).toBe(0);
  });

  test('is not appended to a log whose index lacks what the log has', async () => {
    await damage.remove(LOG(), leafOf(nth(2)));
    const before = await damage.get<object>(LOG(), HEAD);
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect((await runAudit('--append-missing')).code).toBe(1);
    expect(stderr.mock.calls.join()).toContain('the log itself is not sound');
    stderr.mockRestore();
    expect(await damage.get<object>(LOG(), HEAD)).toEqual(before);
  });
});
