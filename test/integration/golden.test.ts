import { asSubject } from '../ids';
import type { BundleFile } from '../../shared/evidence/bundle';
import { readPerson } from '../../shared/ledger/person';
import { readParts } from '../../shared/ledger/vault';
import { golden, PEOPLE } from '../golden/parts';
import { startStore, type Store } from '../golden/store';

/* What version 1 put into the tables is read by every later version: docs/decisions/0080-how-a-format-may-grow.md. */

let store: Store;
beforeAll(async () => (store = await startStore()));
afterAll(() => store.stop());

// All of them are the same person: each test has their items alone.
test.each(PEOPLE)('the items of somebody of the kind %s', async (name) => {
  const { evidence, items } = golden(name);
  const { subject, entries } = JSON.parse(evidence) as BundleFile;
  const own = asSubject(`${subject.slice(0, 18)}${String(PEOPLE.indexOf(name)).padStart(4, '0')}`);
  const theirs = (kept: typeof items.ledger) => kept.map((item) => ({ ...item, pk: `subject#${own}` }));
  await store.put('ledger', theirs(items.ledger));
  await store.put('vault', theirs(items.vault));

  const now = new Date('2026-11-25T20:00:00Z');
  expect((await readPerson(store, own, now)).history.all).toEqual(entries.map(({ entry }) => entry));
  const shown = entries.flatMap(({ entry, parts: all }) =>
    Object.entries(all).flatMap(([part, { state, ...said }]) => {
      const digest = (entry.parts as Record<string, string>)[part];
      return state === 'disclosed' ? [[digest, said]] : [];
    }),
  );
  const readable = [...(await readParts(store.vault, own, now)).values()].map(({ digest, data, salt }) => [
    digest,
    { data: JSON.parse(data) as object, salt },
  ]);
  expect(Object.fromEntries(readable)).toEqual(Object.fromEntries(shown));
});
