import { seedSigner } from '../../shared/log/seed-signer';
import { signNote, verifierKey } from '../../shared/log/note';
import { verifyReceipt } from '../../shared/verify/receipt';
import type { Receipt } from '../../shared/verify/receipt-shape';
import type { Claim, ClaimId } from '../../shared/verify/report';
import type { Trusted } from '../../shared/verify/verify-bundle';
import { SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import type { Loose } from './forge';
import { receiptAndLog, sourceOf } from './sample-receipt';
import { STRANGER, STRANGER_KEY } from './stranger';

/* What is said of a receipt by its log, and by those who watch the log. */

const KEY = verifierKey(SIGNER);
const [NAME = ''] = KEY.split('+');
const WITNESS = testWitness('witness.example/w1', 21);
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
const withCheckpoint = (note: string): Files => ({ ...log, checkpoint: note });

describe('its log', () => {
  const unreadable = { state: 'open', findings: [{ code: 'logUnreadable', name: 'a folder' }] };

  test('is not to be read without a checkpoint, without one that is signed, or with one that is none', async () => {
    const { checkpoint: _checkpoint, ...none } = log;
    const noCheckpoint = await signNote('some text\n', [SIGNER]);
    for (const files of [none, withCheckpoint('none'), withCheckpoint(noCheckpoint)]) {
      const { claims } = await check(text, { keys: [KEY] }, files);
      expect(claims.map(({ id }) => id)).toEqual(['file', 'entries', 'summary', 'notices', 'log']);
      expect(claims.at(-1)).toMatchObject(unreadable);
    }
  });

  test('is not to be read where its tiles are not there, or do not fit', async () => {
    expect(await claimOf('log', text, {}, { checkpoint: String(log['checkpoint']) })).toMatchObject(unreadable);
    const zeros = Object.entries(log).map(([name, file]) => [
      name,
      typeof file === 'string' ? file : file.map(() => 0),
    ]);
    expect(await claimOf('log', text, {}, Object.fromEntries(zeros) as Files)).toMatchObject(unreadable);
  });

  test('has another step in that place, or is not as large', async () => {
    for (const index of [0, place.size, place.size + 1]) {
      expect(
        await claimOf(
          'log',
          forged((it) => (it.log.index = index)),
        ),
      ).toMatchObject({
        state: 'fails',
        findings: [{ code: 'notInLog', step }],
      });
    }
  });

  test('is to be asked again where it had no place yet', async () => {
    expect(
      await claimOf(
        'log',
        forged((it) => (it.log.index = null)),
      ),
    ).toEqual({
      ...{ id: 'log', state: 'open', findings: [{ code: 'receiptTooEarly' }], notes: [] },
    });
  });

  test('has the name that it says, and a signature of its own', async () => {
    const [head = ''] = String(log['checkpoint']).split('\n\n');
    const other = seedSigner('other.example/log', Buffer.alloc(32, 3));
    const renamed = await signNote(`${head.replace(NAME, 'other.example/log')}\n`, [other, SIGNER]);
    expect((await claimOf('checkpoint', text, {}, withCheckpoint(renamed)))?.findings).toEqual([
      { code: 'originDiffers', which: 'fetched' },
    ]);
    const stranger = withCheckpoint(`${head}\n\n${(await signNote('x\n', [SIGNER])).split('\n\n')[1]}`);
    expect((await claimOf('checkpoint', text, {}, stranger))?.findings).toEqual([
      { code: 'checkpointForged', which: 'fetched' },
    ]);
    expect(await claimOf('origin', text, {}, stranger)).toMatchObject({ findings: [{ code: 'originUnsigned' }] });
  });

  test('may have changed its key since: who vouches for the new one, vouches for the log', async () => {
    const [head = ''] = String(log['checkpoint']).split('\n\n');
    const files = withCheckpoint(await signNote(`${head}\n`, [STRANGER]));
    const noted = async (trusted: Trusted): Promise<string[]> => {
      const claim = await claimOf('origin', text, trusted, files);
      return [...(claim?.findings ?? []), ...(claim?.notes ?? [])].map(({ code }) => code);
    };
    expect(await noted({})).toEqual(['originUnsigned']);
    expect(await noted({ keys: [STRANGER_KEY] })).toEqual(['keyGiven']);
    expect(await noted({ host: { name: 'a.example', keys: [STRANGER_KEY] } })).toEqual(['keyOfHost']);
    expect(await noted({ remembered: [{ key: STRANGER_KEY, since: AT }] })).toEqual(['keyRemembered']);
  });
});

describe('a witness that the reader knows', () => {
  const open = (code: string, more: object = {}) => ({
    ...{ id: 'witnesses', state: 'open', findings: [{ code, name: WITNESS.name, ...more }], notes: [] },
  });
  const cosigned = (at: string): Files => {
    const note = String(log['checkpoint']);
    return withCheckpoint(note + WITNESS.cosign(note, new Date(at)));
  };
  const said = (file: string, files: Files) => claimOf('witnesses', file, { witnesses: [WITNESS.key] }, files);

  test('has seen the log in the size that it has now', async () => {
    const at = '2026-11-02T08:30:00.000Z';
    expect(await said(text, cosigned(at))).toEqual({
      ...{ id: 'witnesses', state: 'holds', findings: [] },
      notes: [{ code: 'cosigned', name: WITNESS.name, at, size: place.size, covered: 1 }],
    });
  });

  test('saw nothing where it did not cosign, where the step had no place, and where nobody asked the log', async () => {
    expect(await said(text, log)).toEqual(open('notCosigned'));
    const early = forged((it) => (it.log.index = null));
    expect(await said(early, cosigned('2026-11-02T08:30:00.000Z'))).toEqual(open('notCosigned'));
    expect((await alone(text, { witnesses: [WITNESS.key] })).claims.at(-1)).toEqual(open('notCosigned'));
    expect(await said(text, withCheckpoint('none'))).toEqual(open('notCosigned'));
  });

  test('may have a clock that is five minutes behind, and not more', async () => {
    expect(await said(text, cosigned('2026-11-02T08:16:08.000Z'))).toMatchObject({ state: 'holds' });
    const at = '2026-11-02T08:16:07.000Z';
    const onTheSecond = forged((it) => (it.entry.at = '2026-11-02T08:21:07.000Z'));
    expect(await said(onTheSecond, cosigned(at))).toMatchObject({ state: 'holds' });
    expect(await said(text, cosigned(at))).toEqual(open('cosignedAtOdds', { at }));
  });

  test('is one of those that are asked for, and nobody is where none is', async () => {
    const other = testWitness('other.example/w', 22);
    const files = cosigned('2026-11-02T08:30:00.000Z');
    const both = await claimOf('witnesses', text, { witnesses: [other.key, WITNESS.key] }, files);
    expect(both).toMatchObject({
      findings: [{ code: 'notCosigned', name: other.name }],
      notes: [{ code: 'cosigned' }],
    });
    expect(await claimOf('witnesses', text, {}, files)).toBeUndefined();
  });
});
