import { recordIdOf, type SubjectId } from '../../shared/ids';
import { asRecord, asSubject } from '../ids';
import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { sites } from '../../examples/sites';
import type { Deps } from '../../shared/actions/deps';
import { takeStep } from '../../shared/actions/take-step';
import { withdrawAlongMoves } from '../../shared/actions/withdraw';
import type { Step } from '../../shared/consent/entry';
import { keepNotice, readHistory, readNotice } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { readParts } from '../../shared/ledger/vault';
import { keyRingIn } from '../../shared/links/key-ring';
import { linkUrl, openLink } from '../../shared/links/link';
import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import { createTables, startEngine, type Engine } from './engine';

type House = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'subjectKey' | 'links'>;

/** A ledger with keys and an address of its own. */
async function house(engine: Engine, name: string): Promise<House> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'eu-central-1', credentials });
  const { LEDGER_TABLE = '', VAULT_TABLE = '' } = await createTables(engine.endpoint);
  const ring = JSON.stringify({ current: 1, '1': name.repeat(16) });
  return {
    sites,
    ledger: { kind: 'ledger', client, name: LEDGER_TABLE },
    vault: { kind: 'vault', client, name: VAULT_TABLE },
    subjectKey: () => Promise.resolve(JSON.stringify({ key: name.repeat(16) })),
    links: {
      publicUrl: `https://${name}.example.com`,
      keyRing: keyRingIn(() => Promise.resolve(ring)),
      inboxDomain: undefined,
    },
  };
}

const demo = sites.find(({ id }) => id === 'demo')!;
const purpose = demo.purposes.find(({ id }) => id === 'newsletter-product')!;
const notice = purposeNotice(demo, purpose, 'de');
const EMAIL = 'erika@example.com';

let engine: Engine;
let north: House;
let south: House;

beforeAll(async () => {
  engine = await startEngine();
  [north, south] = await Promise.all([house(engine, 'north'), house(engine, 'south')]);
});
afterAll(async () => {
  [north, south].forEach(({ ledger }) => ledger.client.destroy());
  await engine.stop();
});

async function give(deps: House): Promise<SubjectId> {
  const subject = await subjectId(deps.subjectKey, demo.id, EMAIL);
  const recordId = recordIdOf(randomBytes(16));
  const purposes = [{ id: purpose.id, legalBasis: 'consent' as const, noticeHash: noticeHash(notice) }];
  const take = (what: Pick<Step, 'type' | 'facts'>, parts = {}) => {
    const now = new Date();
    const said = { recordId, language: 'de', purposes, actor: { kind: 'subject' } } as const;
    const decide = () => ({ site: demo.id, at: now.toISOString(), ...said, ...what }) as Step;
    return takeStep(deps, { subject, now, decide, parts, alongside: () => keepNotice(deps.ledger, notice) });
  };
  const confirmBy = new Date(Date.now() + 86_400_000).toISOString();
  await take({ type: 'ConsentRequested', facts: { confirmBy } }, { address: { email: EMAIL } });
  await take({ type: 'ConsentGiven', facts: {} });
  return subject;
}

const typesIn = async (deps: House, subject: SubjectId): Promise<string[]> =>
  (await readHistory(deps.ledger, subject, new Date())).entries.map(({ type }) => type);

test('two ledgers live in one process, and neither knows of the other', async () => {
  const [there, here] = await Promise.all([give(north), give(south)]);
  expect(there).not.toBe(here);

  const withdrawal = {
    subject: there,
    recordId: asRecord(''),
    purposes: [],
    via: 'page',
    facts: {},
    parts: {},
  } as const;
  await withdrawAlongMoves(north, { ...withdrawal, now: new Date() });

  expect(await typesIn(north, there)).toEqual(['ConsentRequested', 'ConsentGiven', 'ConsentWithdrawn']);
  expect(await typesIn(south, here)).toEqual(['ConsentRequested', 'ConsentGiven']);
  expect([await typesIn(north, here), await typesIn(south, there)]).toEqual([[], []]);
  expect([...(await readParts(north.vault, here, new Date()))]).toEqual([]);
});

test('a wording that one of them holds is stored in the other, too', async () => {
  await Promise.all([north, south].map(({ ledger }) => keepNotice(ledger, notice)));
  for (const { ledger } of [north, south]) expect(await readNotice(ledger, noticeHash(notice))).toEqual(notice);
});

test('a link of one opens nothing at the other', async () => {
  const link = {
    kind: 'unsubscribe',
    subject: asSubject('A'.repeat(22)),
    recordId: asRecord('A'.repeat(22)),
    purposes: [],
  } as const;
  const url = await linkUrl(north.links, link);
  expect(url).toMatch(/^https:\/\/north\.example\.com\/unsubscribe\//);
  const token = url.split('/').at(-1) ?? '';
  expect(await openLink(north.links, token, 'unsubscribe')).toEqual(link);
  expect(await openLink(south.links, token, 'unsubscribe')).toBeUndefined();
});
