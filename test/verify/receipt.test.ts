import { readTimestamp } from '../../shared/archive/timestamp';
import { leafHash } from '../../shared/hash';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import type { Receipt } from '../../shared/verify/receipt-shape';
import type { Report } from '../../shared/verify/report';
import type { LogSource } from '../../shared/verify/tiles';
import { asRecord } from '../ids';
import fc from '../seeded';
import { testWitness } from '../log/witness-key';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import type { Loose } from './forge';
import { receiptAndLog } from './sample-receipt';
import { STRANGER_KEY } from './stranger';

const KEY = verifierKey(SIGNER);
type Sample = Awaited<ReturnType<typeof receiptAndLog>>;
let sample: Sample;
beforeAll(async () => (sample = await receiptAndLog({ others: 300 })));

function sourceOf(files: Sample['log']): LogSource {
  const read = (name: string) =>
    name in files ? Promise.resolve(Buffer.from(files[name]!)) : Promise.reject(new Error(`There is no ${name}.`));
  return {
    name: 'a folder',
    readCheckpoint: async () => (await read('checkpoint')).toString(),
    readTile: (path) => read(`tile/${path}`),
  };
}

const check = (receipt: string, files: Sample['log'] | undefined = sample.log, keys = [KEY]): Promise<Report> =>
  checkFile(Buffer.from(receipt), { keys, readStamp: readTimestamp, log: files && sourceOf(files) });

const found = ({ claims }: Report): string[] =>
  claims.flatMap(({ id, findings }) => findings.map(({ code }) => `${id}: ${code}`));

test('is good against the tiles of its log, by a key that somebody vouches for', async () => {
  const report = await check(sample.receipt);
  expect(found(report)).toEqual([]);
  expect(report.verdict).toBe('good');
  expect(found(await check(sample.receipt, sample.log, []))).toEqual(['origin: keyUnknown']);
  expect((await check(sample.receipt, sample.log, [STRANGER_KEY])).verdict).toBe('bad');
});

test('says of what it is', async () => {
  const { about } = await check(sample.receipt);
  expect(about?.records[0]).toMatchObject({
    confirmed: { type: 'ConsentGiven', at: '2026-11-02T08:21:07.003Z' },
    purposes: [{ id: 'newsletter-product', status: 'ConsentGiven' }, { id: 'analysis' }],
  });
});

test('is open without the log: anybody can write one', async () => {
  const report = await checkFile(Buffer.from(sample.receipt), { keys: [KEY], readStamp: readTimestamp });
  expect(found(report)).toEqual(['log: logNotAsked']);
  expect(report.verdict).toBe('open');
});

describe('with a witness that the reader knows', () => {
  const witness = testWitness('witness.example/w1', 21);
  const at = (time: string) => {
    const note = String(sample.log['checkpoint']);
    return { ...sample.log, checkpoint: note + witness.cosign(note, new Date(time)) };
  };
  const said = async (files: Sample['log'] | undefined): Promise<string> => {
    const means = { keys: [KEY], witnesses: [witness.key], readStamp: readTimestamp };
    const report = await checkFile(Buffer.from(sample.receipt), { ...means, log: files && sourceOf(files) });
    const claim = report.claims.find(({ id }) => id === 'witnesses');
    return [report.verdict, ...[...(claim?.findings ?? []), ...(claim?.notes ?? [])].map(({ code }) => code)].join(' ');
  };

  test('it is good against a checkpoint that the witness cosigned, and open against any other', async () => {
    expect(await said(at('2026-11-02T08:30:00.000Z'))).toBe('good cosigned');
    expect(await said(sample.log)).toBe('open notCosigned');
    expect(await said({ ...sample.log, checkpoint: 'none' })).toBe('open notCosigned');
    expect(await said(undefined)).toBe('open notCosigned');
  });

  test('a time before the confirmation counts for nothing', async () => {
    expect(await said(at('2026-11-02T08:00:00.000Z'))).toBe('open cosignedAtOdds');
  });

  test('a cosignature that is forged is one', async () => {
    const files = at('2026-11-02T08:30:00.000Z');
    const forged = {
      ...files,
      checkpoint: files.checkpoint.replace(/(?<=w1 .{20})./, (one) => (one === 'A' ? 'B' : 'A')),
    };
    expect(await said(forged)).toMatch(/^bad/);
  });
});

test('is in logs of every size, wherever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 700 }), async (others) => {
      const { receipt, log } = await receiptAndLog({ others });
      expect(found(await check(receipt, log))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

/** Another text, whatever the first was. */
const otherwise = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
const sizeOf = (files: Sample['log']): number => Number(String(files['checkpoint']).split('\n')[1]);
type Forged = { -readonly [K in keyof Receipt]: Loose<Receipt[K]> };
test.each<[string, (receipt: Forged) => unknown, ...string[]]>([
  ['entry', (it) => (it.entry.at = '2026-11-02T08:21:08.003Z'), 'entries: entryChanged', 'summary: receiptDiffers'],
  ['time', (it) => (it.confirmedAt = '2026-11-03T08:21:07.003Z'), 'summary: receiptDiffers'],
  ['status', (it) => (it.purposes[0]!.status = 'RenewedConsentGiven'), 'summary: receiptDiffers'],
  ['number of purposes', (it) => it.purposes.pop(), 'summary: receiptDiffers'],
  ['site', (it) => (it.site = 'other'), 'summary: receiptDiffers', 'notices: noticeChanged'],
  ['record', (it) => (it.recordId = asRecord('BAQEBAQEBAQEBAQEBAQEBA')), 'summary: receiptDiffers'],
  ['language', (it) => (it.language = 'en'), 'summary: receiptDiffers'],
  ['order', (it) => (it.asset = null), 'summary: receiptDiffers'],
  ['id', (it) => (it.receiptId = otherwise(it.receiptId)), 'summary: receiptDiffers'],
  ['leaf', (it) => (it.leaf = otherwise(it.leaf)), 'summary: receiptDiffers'],
  ['wording', (it) => (it.purposes[0]!.notice.text = 'All that we like.'), 'notices: noticeChanged'],
  ['place', (it) => (it.log.index! -= 1), 'log: notInLog'],
  ['place, just beyond the log', (it) => (it.log.index = sizeOf(sample.log)), 'log: notInLog'],
  ['place, beyond the log', (it) => (it.log.index = 5000), 'log: notInLog'],
  ['log', (it) => (it.log.origin = 'other.example/log'), 'checkpoint: originDiffers', 'origin: originUnsigned'],
])('with another %s it is bad', async (_what, change, ...expected) => {
  const forged = JSON.parse(sample.receipt) as Forged;
  change(forged);
  const report = await check(JSON.stringify(forged));
  expect([...new Set(found(report))]).toEqual(expected);
  expect(report.verdict).toBe('bad');
});

test('a sign-up in the log that nobody confirmed is not to be had as a confirmation', async () => {
  const { receipt, entries, log } = await receiptAndLog({ others: 300 });
  const { entry, proof } = entries.find((one) => one.entry.type === 'ConsentRequested')!;
  const forged = JSON.parse(receipt) as Forged;
  for (const purpose of forged.purposes) purpose.status = 'ConsentRequested';
  const leaf = Buffer.from(leafHash(Buffer.from(entry.hash, 'base64url'))).toString('base64');
  Object.assign(forged, { entry, leaf, receiptId: entry.hash, confirmedAt: entry.at });
  forged.log.index = proof!.index;
  expect(found(await check(JSON.stringify(forged), log))).toEqual(['entries: noConfirmation']);
});

test('an invented one is in no log', async () => {
  const { receipt } = await receiptAndLog({ others: 300 });
  const report = await check(receipt);
  expect(found(report)).toEqual(['log: notInLog']);
});

test('a log that is torn, or does not fit together, shows nothing', async () => {
  const [tile = ''] = Object.keys(sample.log).filter((name) => name.startsWith('tile/0/001'));
  const changed = { ...sample.log, [tile]: Buffer.from(sample.log[tile]!).fill(7, 0, 32 * 20) };
  const shorter = { ...sample.log, [tile]: Buffer.from(sample.log[tile]!).subarray(0, 100) };
  for (const files of [changed, shorter, {}])
    expect(found(await check(sample.receipt, files as never))).toEqual(['log: logUnreadable']);
});

test('before the log has it, it says to come again', async () => {
  const early = JSON.parse(sample.receipt) as { log: { index: number | null } };
  early.log.index = null;
  expect(found(await check(JSON.stringify(early)))).toEqual(['log: receiptTooEarly']);
});

test('evidence is no receipt, whatever it calls itself', async () => {
  const bundle = { ...(await sampleBundle({ others: 2 })), format: 'consent-receipt/v1' };
  expect((await check(JSON.stringify(bundle))).verdict).toBe('bad');
});
