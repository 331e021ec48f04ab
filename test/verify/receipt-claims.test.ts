import { leafHash } from '../../shared/hash';
import { verifierKey } from '../../shared/log/note';
import { entryHash } from '../../shared/verify/hashes';
import { verifyReceipt } from '../../shared/verify/receipt';
import type { Receipt } from '../../shared/verify/receipt-shape';
import type { Claim, ClaimId } from '../../shared/verify/report';
import type { Trusted } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import type { Loose } from './forge';
import { receiptAndLog, sourceOf } from './sample-receipt';

/* What is said of a receipt, with its numbers and names. */

const KEY = verifierKey(SIGNER);
const [NAME = ''] = KEY.split('+');
const AT = '2026-11-02T08:21:07.003Z';
type Files = Readonly<Record<string, Uint8Array | string>>;
type Forged = { -readonly [K in keyof Receipt]: Loose<Receipt[K]> };

let text: string;
let log: Files;
let step: { number: number; type: string; at: string };
let place: { index: number; size: number };
beforeAll(async () => {
  ({ receipt: text, log } = await receiptAndLog({ others: 9 }));
  const { entry, log: said } = JSON.parse(text) as Receipt;
  step = { number: entry.seq + 1, type: 'ConsentGiven', at: AT };
  place = { index: said.index ?? -1, size: Number(String(log['checkpoint']).split('\n')[1]) };
});

const forged = (change: (receipt: Forged) => unknown): string => {
  const receipt = JSON.parse(text) as Forged;
  change(receipt);
  return JSON.stringify(receipt);
};
const check = (file: string, trusted: Trusted = {}, files: Files | undefined = log) =>
  verifyReceipt(Buffer.from(file), trusted, files && sourceOf(files));
const alone = (file: string, trusted: Trusted = {}) => verifyReceipt(Buffer.from(file), trusted);
const claimOf = async (id: ClaimId, ...of: Parameters<typeof check>): Promise<Claim | undefined> =>
  (await check(...of)).claims.find((claim) => claim.id === id);

test('a good one holds, claim by claim, and says where in the log it is', async () => {
  const { verdict, claims } = await check(text, { keys: [KEY] });
  expect(verdict).toBe('good');
  expect(claims).toEqual(
    [
      { id: 'file' },
      { id: 'entries' },
      { id: 'summary', notes: [{ code: 'receiptSays' }] },
      { id: 'notices' },
      { id: 'checkpoint' },
      { id: 'origin', notes: [{ code: 'keyGiven', key: KEY }] },
      { id: 'log', notes: [{ code: 'inLog', ...place, name: 'a folder' }] },
    ].map((claim) => ({ state: 'holds', findings: [], notes: [], ...claim })),
  );
});

test('it is about one record, with the names and wordings that it says', async () => {
  const { site, language, controller, requestedAt, confirmedAt, purposes, asset } = JSON.parse(text) as Receipt;
  const { about } = await check(text);
  expect(about).toEqual({
    ...{ site, controller: controller['name'], addresses: null },
    records: [
      {
        begun: { at: requestedAt },
        page: null,
        confirmed: { type: 'ConsentGiven', at: confirmedAt },
        purposes: purposes.map(({ id, name, status, notice }) => ({
          ...{ id, names: { [language]: name }, status, since: confirmedAt, wording: notice },
        })),
        asset: { id: asset?.id, names: { [language]: asset?.title }, wording: asset?.notice },
      },
    ],
  });
  expect((await check(forged((it) => (it.asset = null)))).about?.records[0]?.asset).toBeNull();
  expect((await check(forged((it) => Object.assign(it, { controller: { name: ['x'] } })))).about?.controller).toBe('');
});

describe('a file', () => {
  test('that is no receipt says what of it is not, and nothing besides', async () => {
    const bundle = await sampleBundle({ others: 2 });
    for (const [file, code] of [
      ['{', 'truncated'],
      [JSON.stringify(bundle), 'misfit'],
      [text.replace('"site":', '"site":"demo","site":'), 'keyTwice'],
    ] as const) {
      const { verdict, claims, about } = await check(file);
      expect([verdict, about]).toEqual(['bad', undefined]);
      expect(claims).toMatchObject([{ id: 'file', state: 'fails', findings: [{ code }] }]);
    }
    const misfit = await check(forged((it) => (it.recordId = 'x' as never)));
    expect(misfit.claims[0]?.findings).toEqual([{ code: 'misfit', place: '/recordId', expected: 'random' }]);
    for (const leaf of [`${'A'.repeat(44)}=`, `${'A'.repeat(43)}==`, `${'A'.repeat(43)}=A`, `${'A'.repeat(42)}-=`]) {
      const { claims } = await check(forged((it) => (it.leaf = leaf)));
      expect(claims[0]?.findings).toEqual([{ code: 'misfit', place: '/leaf', expected: 'base64' }]);
    }
  });

  test('may be written with other white space', async () => {
    expect((await check(JSON.stringify(JSON.parse(text), null, 2), { keys: [KEY] })).verdict).toBe('good');
  });
});

test.each<[string, (receipt: Forged) => unknown]>([
  ['receiptId', (it) => (it.receiptId = 'A'.repeat(43))],
  ['leaf', (it) => (it.leaf = `${'A'.repeat(43)}=`)],
  ['site', (it) => (it.site = 'other')],
  ['recordId', (it) => (it.recordId = 'A'.repeat(22) as never)],
  ['language', (it) => (it.language = 'fr')],
  ['confirmedAt', (it) => (it.confirmedAt = '2026-11-02T08:21:07.004Z')],
  ['purposes', (it) => (it.purposes[0]!.id = 'other')],
  ['purposes', (it) => (it.purposes[1]!.legalBasis = 'contract')],
  ['purposes', (it) => (it.purposes[0]!.notice.hash = 'A'.repeat(43))],
  ['purposes', (it) => it.purposes.pop()],
  ['status', (it) => (it.purposes[1]!.status = 'RenewedConsentGiven')],
  ['asset', (it) => (it.asset!.id = 'other')],
  ['asset', (it) => (it.asset!.notice.hash = 'A'.repeat(43))],
  ['asset', (it) => (it.asset = null)],
])('its %s follows from its step', async (member, change) => {
  const claim = await claimOf('summary', forged(change));
  expect(claim).toMatchObject({ state: 'fails', findings: [{ code: 'receiptDiffers', member }] });
  expect(claim?.findings).toHaveLength(1);
});

test('purposes may be in another order than those of the step', async () => {
  expect(
    (
      await check(
        forged((it) => it.purposes.reverse()),
        { keys: [KEY] },
      )
    ).verdict,
  ).toBe('good');
});

test('its step is as it was written, and confirms: for the first time, or anew', async () => {
  const of = (change: (receipt: Forged) => unknown) => claimOf('entries', forged(change));
  expect((await of((it) => (it.entry.nonce = 'A'.repeat(22))))?.findings).toEqual([{ code: 'entryChanged', step }]);
  const asType = (type: Receipt['entry']['type']) => (it: Forged) => {
    const entry: Receipt['entry'] = { ...(JSON.parse(text) as Receipt).entry, type };
    Object.assign(it.entry, { type, hash: entryHash(entry) });
  };
  expect(await of(asType('RenewedConsentGiven'))).toMatchObject({ state: 'holds', findings: [] });
  expect((await of(asType('ConsentRequested')))?.findings).toEqual([
    { code: 'noConfirmation', step: { ...step, type: 'ConsentRequested' } },
  ]);
});

test('a wording is the one whose hash stands beside it, of a purpose as of an order', async () => {
  const of = (change: (receipt: Forged) => unknown) => claimOf('notices', forged(change));
  const { purposes, asset } = JSON.parse(text) as Receipt;
  const changed = ({ id, notice: { version, language } }: Pick<Receipt['purposes'][number], 'id' | 'notice'>) => ({
    ...{ code: 'noticeChanged', id, version, language },
  });
  expect((await of((it) => (it.purposes[1]!.notice.text = 'x')))?.findings).toEqual([changed(purposes[1]!)]);
  expect((await of((it) => (it.asset!.notice.text = 'x')))?.findings).toEqual([changed(asset!)]);
  expect((await of((it) => (it.purposes[0]!.notice.version = '99')))?.findings).toMatchObject([{ version: '99' }]);
  const swapped = await of((it) => (it.asset!.notice = it.purposes[0]!.notice));
  expect(swapped?.findings).toHaveLength(1);
  expect(await of((it) => Object.assign(it, { purposes: [], asset: null }))).toMatchObject({ state: 'none' });
  expect(await of((it) => Object.assign(it, { purposes: [] }))).toMatchObject({ state: 'holds' });
});

test('without the log it is open, by the name of the log where it could be looked for', async () => {
  const { claims } = await alone(text, { keys: [KEY] });
  expect(claims.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'file holds',
    'entries holds',
    'summary holds',
    'notices holds',
    'log open',
  ]);
  expect(claims.at(-1)?.findings).toEqual([{ code: 'logNotAsked', origin: NAME }]);
});

test('its leaf is that of the hash of its step', () => {
  const { leaf, entry } = JSON.parse(text) as Receipt;
  expect(leaf).toBe(Buffer.from(leafHash(Buffer.from(entry.hash, 'base64url'))).toString('base64'));
});
