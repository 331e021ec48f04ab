/*
 * Adds to the golden files what this version writes and they lack: `npx tsx test/golden/add.ts`. What is there is never written
 * anew, as others have such files. docs/decisions/0080-how-a-format-may-grow.md
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { closingFile, closingStatement } from '../../shared/evidence/closing';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { append } from '../../shared/ledger/ledger';
import { putPart } from '../../shared/ledger/vault';
import { verifierKey } from '../../shared/log/note';
import { sequence } from '../../shared/log/sequencer';
import { defineSite } from '../../shared/policy/site';
import { findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';
import { evidenceOf } from '../evidence/people';
import { heldOf } from '../evidence/held-sample';
import { ORIGIN, SIGNER } from '../evidence/sample-log';
import { MemoryLog } from '../log/memory-log';
import { receiptAndLog } from '../verify/sample-receipt';
import { asEntryHash } from '../ids';
import { factsOfApi, grown } from './api';
import { FOLDER, golden, parts, PEOPLE, promisedOfApi, siteOfThen, type Golden } from './parts';
import { wanted } from './people';
import { readAgain } from './read';
import { startStore } from './store';

const demo = findSite(sites, 'demo')!;
const KEY = verifierKey(SIGNER);

/** Leaves what is there. */
async function add(name: string, make: () => Promise<string | Uint8Array>): Promise<void> {
  const file = path.join(FOLDER, name);
  if (existsSync(file)) return;
  const content = await make();
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(content, { level: 9 }) : content);
  console.log(`added ${name}`);
}

async function person(bundle: Bundle): Promise<string> {
  const evidence = canonicalJson(bundle);
  const said = { evidence, ...readAgain(evidence, siteOfThen(), KEY), items: await itemsOf(bundle) };
  return JSON.stringify(said satisfies Golden);
}

/** As the ledger and the vault keep it. */
async function itemsOf(bundle: Bundle): Promise<Golden['items']> {
  const store = await startStore();
  const { parts } = heldOf(bundle);
  const end = new Date('2099-01-01T00:00:00Z');
  for (const { entry } of bundle.entries) {
    for (const digest of Object.values(entry.parts)) {
      const part = parts.get(digest);
      if (part) await putPart(store.vault, entry.subject, entry.recordId, part, end);
    }
    await append(store.ledger, entry, undefined);
  }
  const items = { ledger: await store.scan('ledger'), vault: await store.scan('vault') };
  await store.stop();
  return items;
}

async function receipt(): Promise<string> {
  const { receipt: text, log } = await receiptAndLog({ others: 3 });
  const files = Object.entries(log).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  return JSON.stringify({ receipt: text, log: Object.fromEntries(files) as object });
}

async function closing(): Promise<string> {
  const log = new MemoryLog();
  const sequencer = { store: log, origin: ORIGIN, signers: [SIGNER] };
  await sequence(['A'.repeat(43)].map(asEntryHash), sequencer);
  const site = defineSite({ ...demo, closing: { lastDay: '2026-10-31' } });
  const statement = closingStatement(site, {
    begunAt: '2026-12-01T10:00:00.000Z',
    doneAt: '2026-12-01T10:05:00.000Z',
    deleted: { people: 3, entries: 21, parts: { address: 3, network: 7 }, others: { wordings: 4, audience: 6 } },
    before: log.checkpoint?.note ?? null,
  });
  await sequence([statement.hash], sequencer);
  return canonicalJson((await closingFile(statement, log)) ?? {});
}

async function addAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await add('site.json', () => Promise.resolve(JSON.stringify(demo)));
  const known = new Set(PEOPLE.flatMap((name) => golden(name).items.ledger.map(({ type }) => String(type))));
  for (const [name, make] of await wanted(known)) await add(`${name}.person.json.gz`, async () => person(await make()));
  const lacking = grown(promisedOfApi(), factsOfApi());
  if (lacking.length > 0) await add(`api-${parts('api').length + 1}.txt.gz`, () => Promise.resolve(lacking.join('\n')));
  await add('receipt.json.gz', receipt);
  await add('closing.json', closing);
  await add('dossier.pdf', async () => dossier(await evidenceOf('plain', 'de', { others: 30 }), demo, 'de'));
  // After page 1 said what is missing, and no line ended within a number any more.
  await add('dossier-2.pdf', async () => dossier(await evidenceOf('several', 'en', { others: 30 }), demo, 'en'));
}

void addAll();
