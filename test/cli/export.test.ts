import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportSite } from '../../cli/export';
import { StateFile } from '../../cli/resume/state-file';
import { siteFrom } from '../../cli/tables/sites';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import type { ExportState } from '../../cli/export/run';
import { canonicalJson } from '../../shared/canonical';
import { noticeHash } from '../../shared/policy/notices';
import { anna, damage, folder, keyOf, LEDGER, nth, useAuditedWorld, VAULT, world } from './audited-world';
import { Exported } from './exported';
import { runPage } from './paged-run';
import { runExport } from '../../cli/export/run';
import { seal } from '../../shared/ledger/chain';

useAuditedWorld();

const file = (name: string): string => path.join(folder, name);

async function run(out: string, ...args: string[]): Promise<string> {
  const said: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const state = ['--state', file('state.json')];
  await exportSite(['--site', 'demo', '--out', file(out), ...state, ...args]).finally(() => spy.mockRestore());
  return said.join('');
}

test('everything that there is at the site is in it, and only there', async () => {
  const said = await run('all.ndjson');
  const exported = await Exported.read(file('all.ndjson'));
  const [entries, vault] = [await world.entries(), await world.items('vault')];
  const kinds = exported.lines.map(({ kind }) => kind);
  const processors = exported.of('processor');
  expect(kinds.slice(0, 2 + processors.length)).toEqual(['header', 'site', ...processors.map(() => 'processor')]);
  expect(exported.lines[0]).toMatchObject({ format: 'consent-export/v1', site: 'demo' });
  const bySeq = (hashes: readonly { hash: string }[]) => hashes.map(({ hash }) => hash).sort();
  expect(bySeq(exported.entries)).toEqual(bySeq(entries));
  const salts = exported
    .of('entry')
    .flatMap(({ parts }) => Object.values(parts).map((part) => 'salt' in part && part.salt));
  expect(salts.sort()).toEqual(vault.map(({ salt }) => salt).sort());
  for (const { hash, notice } of exported.of('notice')) expect(noticeHash(notice)).toBe(hash);
  expect(JSON.stringify(exported.parts(nth(0).subject))).toContain('anna@example.com');
  expect(exported.counts).toEqual({
    processors: processors.length,
    notices: exported.of('notice').length,
    subjects: 3,
    entries: entries.length,
    parts: vault.length,
    gone: 0,
    missing: 0,
    statistics: 0,
  });
  // What is said to whoever runs it names nobody; what is written is for its owner alone.
  expect(said).toContain(`entries ${entries.length}`);
  expect(said).not.toContain('@');
  expect((await stat(file('all.ndjson'))).mode & 0o077).toBe(0);
});

test('its site is as configured, with processors a line each', async () => {
  await run('site.ndjson', '--site', 'notice-004');
  const exported = await Exported.read(file('site.ndjson'));
  const { processors, ...site } = await siteFrom(EXAMPLE_SITES, 'notice-004');
  expect(exported.of('site')).toEqual([{ kind: 'site', site: JSON.parse(JSON.stringify(site)) as unknown }]);
  expect(exported.of('processor').map(({ processor }) => processor)).toEqual(processors);
  expect(processors.length).toBeGreaterThan(0);
  // Nobody signed up there, and other sites' people and wordings are none of its business.
  expect(exported.counts).toMatchObject({ subjects: 0, entries: 0, notices: 0, parts: 0 });
});

describe('the verifier of evidence files', () => {
  test('finds every subject in it whole: hashes, chain, parts and wordings', async () => {
    await run('sound.ndjson');
    expect((await Exported.read(file('sound.ndjson'))).findings()).toEqual([]);
  });

  test.each([
    ['an address that was changed', /"anna@example\.com"/, '"hanna@example.com"', ['partChanged']],
    [
      'a wording that was changed',
      /"language":"de","purpose":"analysis"/,
      '"language":"en","purpose":"analysis"',
      ['noticeLanguage', 'noticeChanged'],
    ],
    ['a step that was changed', /"type":"ConsentWithdrawn"/, '"type":"ConsentGiven"', ['entryChanged']],
  ])('finds %s', async (_, from, to, expected) => {
    await run('changed.ndjson');
    const text = await readFile(file('changed.ndjson'), 'utf8');
    expect(from.test(text)).toBe(true);
    await writeFile(file('changed.ndjson'), text.replace(from, to));
    const findings = (await Exported.read(file('changed.ndjson'))).findings();
    await rm(file('changed.ndjson'));
    expect([...new Set(findings)]).toEqual(expected);
  });
});

test('what is past its end is not in it, though DynamoDB has not deleted it yet', async () => {
  const past = { expiresAt: Math.floor(Date.now() / 1000) };
  const part = (await world.items('vault')).find(({ sk }) => sk.endsWith(`#${nth(0).parts['network']}`));
  await damage.change(VAULT(), { pk: part?.pk ?? '', sk: part?.sk ?? '' }, past);
  await damage.change(LEDGER(), keyOf(nth(0)), { partEnds: JSON.stringify({ network: past.expiresAt }) });
  await damage.change(LEDGER(), keyOf(nth(4)), past);
  await run('expired.ndjson');
  const exported = await Exported.read(file('expired.ndjson'));
  const lines = exported.of('entry').filter(({ entry }) => entry.subject === nth(0).subject);
  expect(lines.map(({ entry }) => entry.seq)).toEqual([0, 1, 2, 3, 5]);
  expect(lines[0]?.parts).toMatchObject({ network: { state: 'gone' }, address: { state: 'disclosed' } });
  expect(exported.counts?.gone).toBe(1);
  expect(exported.findings()).toEqual([]);
});

test('what was erased is not in it, though nobody has deleted it yet', async () => {
  const actor = { kind: 'operator', id: 'compliance' } as const;
  const step = { site: 'demo', at: new Date().toISOString(), actor, purposes: [], facts: {} };
  const last = nth(anna.length - 1);
  const entry = seal({ ...step, type: 'DataErased' }, { subject: last.subject, parts: {} }, last);
  const beside = { type: entry.type, site: entry.site, seq: entry.seq };
  await damage.add(LEDGER(), keyOf(entry), { ...beside, entry: canonicalJson(entry) });
  await run('erased.ndjson');
  const exported = await Exported.read(file('erased.ndjson'));
  const states = exported.parts(entry.subject).map(({ state }) => state);
  expect(states.length).toBeGreaterThan(5);
  expect(new Set(states)).toEqual(new Set(['gone']));
  expect(exported.findings()).toEqual([]);
});

test('what is only counted is in it, by day, purpose and outcome', async () => {
  const sk = (n: number): string => `2026-11-20#analysis#ConsentWithdrawn#${n}`;
  for (const n of [1, 2]) await damage.add(LEDGER(), { pk: 'statistics#demo', sk: sk(n) }, {});
  await damage.add(LEDGER(), { pk: 'statistics#other', sk: sk(3) }, {});
  await run('statistics.ndjson');
  const exported = await Exported.read(file('statistics.ndjson'));
  expect(exported.of('statistics')).toEqual([
    { kind: 'statistics', day: '2026-11-20', purpose: 'analysis', outcome: 'ConsentWithdrawn', count: 2 },
  ]);
  expect(exported.counts?.statistics).toBe(1);
});

describe('an export that is interrupted', () => {
  const state = () => new StateFile<ExportState>(file('pages.json'), { what: 'an export', of: 'this' });

  /** Up to the next place that can be gone on from; answers whether that was the end. */
  async function isWhole(pageSize: number, segments = 1): Promise<boolean> {
    const { ledger, vault } = world.deps;
    const site = await siteFrom(EXAMPLE_SITES, 'demo');
    const task = { ledger, vault, site, out: file('pages.ndjson'), segments, now: () => new Date() };
    return (await runPage(state(), pageSize, (run) => runExport(task, run))) !== undefined;
  }

  const withoutTime = ({ lines }: Exported) => lines.map((line) => JSON.stringify({ ...line, at: '' })).sort();

  test.each([
    [1, 1],
    [3, 1],
    [7, 1],
    [2, 4],
  ])('after every page of %d items, in %d parts, has each line once', async (pageSize, segments) => {
    await run('whole.ndjson');
    let pages = 1;
    for (; !(await isWhole(pageSize, segments)); pages++) {
      // As a crash would, in the midst of a line that the state does not know of yet.
      await appendFile(file('pages.ndjson'), `{"kind":"entry","entry":{"v":1,${'x'.repeat(pages)}`);
    }
    const [whole, paged] = [await Exported.read(file('whole.ndjson')), await Exported.read(file('pages.ndjson'))];
    expect(withoutTime(paged)).toEqual(withoutTime(whole));
    expect(paged.findings()).toEqual([]);
    expect(pages).toBeGreaterThan(anna.length / pageSize);
    await Promise.all([rm(file('whole.ndjson')), rm(file('pages.ndjson'))]);
  });

  test('does not go on with a file that lacks what was written', async () => {
    expect([await isWhole(1), await isWhole(1)]).toEqual([false, false]);
    await truncate(file('pages.ndjson'), 10);
    await expect(isWhole(1)).rejects.toThrow(/pages\.ndjson is shorter than it was\. Delete it and the state file/);
    await Promise.all([rm(file('pages.ndjson')), rm(file('pages.json'))]);
  });

  test('does not go on with the state of another one', async () => {
    await new StateFile(file('state.json'), { what: 'an export', of: 'shop to shop.ndjson of Ledger' }).write({});
    await expect(run('other.ndjson')).rejects.toThrow(
      /state\.json is of an export of shop to shop\.ndjson of Ledger\. Delete it, or name another file with --state\./,
    );
    await rm(file('state.json'));
  });
});

test('says what to do when it cannot begin', async () => {
  await expect(exportSite([])).rejects.toThrow('--site is needed.');
  await expect(run('x.ndjson', '--site', 'nowhere')).rejects.toThrow(
    /There is no site "nowhere" among demo, notice-000/,
  );
  await expect(run('x.ndjson', '--sites', file('none.ts'))).rejects.toThrow(
    /none\.ts cannot be read as a module of sites/,
  );
  await writeFile(file('there.ndjson'), 'something else\n');
  await expect(run('there.ndjson')).rejects.toThrow(/there\.ndjson is there already\. Delete it, or name another file/);
  expect(await readFile(file('there.ndjson'), 'utf8')).toBe('something else\n');
  await expect(run('missing/x.ndjson')).rejects.toThrow(/missing\/x\.ndjson cannot be written: ENOENT/);
});
