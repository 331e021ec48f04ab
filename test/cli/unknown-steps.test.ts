import { asSubject } from '../ids';
import path from 'node:path';
import { exportSite } from '../../cli/export';
import { replayErasures } from '../../cli/replay-erasures';
import { retention } from '../../cli/retention';
import { takeStep } from '../../shared/actions/take-step';
import type { Step } from '../../shared/consent/entry';
import { anna, expectFindings, folder, keyOf, LEDGER, damage, runAudit, useAuditedWorld, world } from './audited-world';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { Exported } from './exported';
import { inOrder, restore } from './restored';

/*
 * The commands of a version that was rolled back, over the tables that a later one wrote to: an entry of a type that they do not
 * know, one that says things in another way, and one of a type that they know with facts that they do not.
 */

useAuditedWorld();

const LATER: readonly object[] = [
  { type: 'ConsentPaused', facts: { until: '2027-01-01' }, purposes: [] },
  { type: 'ConsentMoved', purposes: ['newsletter-product'], asset: 'whitepaper', facts: [1] },
  { type: 'CaseClosed', facts: { verdict: 7 }, purposes: [] },
];

beforeAll(async () => {
  const subject = anna[0]?.subject ?? '';
  const { recordId } = anna[0] ?? {};
  for (const step of LATER) {
    const now = new Date();
    const common = { site: 'demo', at: now.toISOString(), actor: { kind: 'subject' }, recordId };
    await takeStep(world.deps, {
      subject: asSubject(subject),
      now,
      decide: () => ({ ...common, ...step }) as unknown as Step,
    });
    world.advance('PT1S');
  }
  await world.sequence();
  world.advance('PT20M');
});

/** What a command says. */
async function said(command: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  await command().finally(() => spy.mockRestore());
  return lines.join('');
}

const state = (name: string): string[] => ['--state', path.join(folder, name)];

test('the audit finds nothing wrong with them, and still whatever is', async () => {
  expect(await runAudit()).toMatchObject({ code: 0, findings: [] });
  const last = (await world.entries()).find((entry) => (entry.type as string) === 'ConsentMoved')!;
  const changed = JSON.stringify({ ...last, asset: 'another' });
  await damage.change(LEDGER(), keyOf(last), { entry: changed });
  await expectFindings(['entryChanged', /^Entry \d+ of subject .* was changed/]);
});

test('an export has them as they are', async () => {
  const out = path.join(folder, 'later.ndjson');
  await said(() => exportSite(['--site', 'demo', '--out', out, ...state('export.json')]));
  const exported = await Exported.read(out);
  const types = exported.entries.map(({ type }) => type as string);
  expect(types).toEqual(expect.arrayContaining(['ConsentPaused', 'ConsentMoved', 'CaseClosed']));
  expect(exported.entries).toHaveLength((await world.entries()).length);
});

test('erasures done again over a backup take nothing of them', async () => {
  for (const name of ['ledger', 'vault'] as const) {
    const backup = await world.items(name).then(inOrder);
    const copy = await restore(world.dynamo, backup);
    await said(() => replayErasures(['--sites', EXAMPLE_SITES, ...state(`${name}.json`), `--${name}`, copy.name]));
    expect(await copy.items()).toEqual(backup);
    await copy.remove();
  }
});

test('new rules of retention end what is known, and nothing of them', async () => {
  const before = await world.entries();
  await said(() => retention(['--apply', '--site', 'demo', ...state('retention.json')]));
  expect(await world.entries()).toEqual(before);
  world.advance('P9Y');
  await said(() => retention(['--apply', '--site', 'demo', ...state('retention.json')]));
  const left = (await world.entries()).map(({ type }) => type as string);
  expect(left).toEqual(expect.arrayContaining(['ConsentPaused', 'ConsentMoved', 'CaseClosed']));
});
