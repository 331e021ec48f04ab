import { seedSigner } from '../../shared/log/seed-signer';
import { signNote, verifierKey } from '../../shared/log/note';
import type { Bundle } from '../../shared/verify/format';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER, type SampleOptions } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { faults, fileOf, type Loose } from './forge';
import { STRANGER_KEY } from './stranger';

const KEY = verifierKey(SIGNER);
const WITNESS = testWitness('witness.example/w1', 21);
const OTHER = testWitness('other-witness.example', 22);
/** Named like the witness, with another key. */
const IMPOSTOR = testWitness('witness.example/w1', 23);

/** After the newest step, before the reading. */
const SEEN = '2026-11-24T10:00:00.000Z';

type Cosigned = NonNullable<SampleOptions['cosigned']>[number];
const by = (witness: Cosigned['by'], stage: Cosigned['stage'] = 'before-reading', time = SEEN): Cosigned => ({
  by: witness,
  stage,
  at: time,
});
const sample = async (...cosigned: Cosigned[]) =>
  (await sampleBundle({ others: 30, cosigned })) as unknown as Loose<Bundle>;

function at<T>(list: readonly T[], n: number): T {
  const found = list[n];
  if (found === undefined) throw new Error(`There is no ${n}.`);
  return found;
}

/** What is said of witnesses: the state, and the codes. */
function said(file: string, ...witnesses: string[]): string {
  const { verdict, claims } = verifyBundle(file, { keys: [KEY], witnesses });
  const claim = claims.find(({ id }) => id === 'witnesses');
  const codes = [...(claim?.findings ?? []), ...(claim?.notes ?? [])].map(({ code }) => code);
  return [verdict, claim?.state ?? 'nothing', ...new Set(codes)].join(' ');
}

const RULED_OUT = 'good holds cosigned';

describe('a second version of the log is ruled out', () => {
  test('by a witness that cosigned a state with all steps but the reading, with its date', async () => {
    const file = fileOf(await sample(by(WITNESS)));
    expect(said(file, WITNESS.key)).toBe(RULED_OUT);
    const { claims } = verifyBundle(file, { witnesses: [WITNESS.key] });
    expect(claims.find(({ id }) => id === 'witnesses')?.notes).toMatchObject([
      { code: 'cosigned', name: 'witness.example/w1', at: SEEN, covered: 5 },
    ]);
  });

  test('by one that cosigned the newest state, and by two of which each cosigned another', async () => {
    expect(said(fileOf(await sample(by(WITNESS, 'newest', '2026-11-25T10:00:01.000Z'))), WITNESS.key)).toBe(RULED_OUT);
    const two = fileOf(await sample(by(WITNESS), by(OTHER, 'newest', '2026-11-25T10:00:01.000Z')));
    expect(said(two, WITNESS.key, OTHER.key)).toBe(RULED_OUT);
  });

  test('by the newest state of several that a witness cosigned', async () => {
    const early = by(WITNESS, 'early', '2026-11-03T10:00:00.000Z');
    expect(said(fileOf(await sample(early, by(WITNESS))), WITNESS.key)).toBe(RULED_OUT);
  });
});

describe('it is open', () => {
  test('without any witness: nothing is claimed, and the checkpoint says so', async () => {
    const file = fileOf(await sample());
    expect(said(file)).toBe('good nothing');
    const codes = verifyBundle(file).claims.flatMap(({ notes }) => notes.map(({ code }) => code));
    expect(codes).toContain('otherVersionOpen');
    expect(said(file, WITNESS.key)).toBe('open open notCosigned');
  });

  test('where the reader knows none of those that cosigned: they are named', async () => {
    const file = fileOf(await sample(by(WITNESS)));
    expect(said(file)).toBe('good nothing');
    const notes = verifyBundle(file).claims.flatMap((claim) => claim.notes);
    expect(notes).toContainEqual({ code: 'cosignedUnchecked', name: 'witness.example/w1', at: SEEN });
    expect(said(file, OTHER.key)).toBe('open open notCosigned');
  });

  test('where one of two that the reader names is missing', async () => {
    expect(said(fileOf(await sample(by(WITNESS))), WITNESS.key, OTHER.key)).toBe('open open notCosigned cosigned');
  });

  test('for steps that are newer than what the witness saw', async () => {
    const file = fileOf(await sample(by(WITNESS, 'early', '2026-11-03T10:00:00.000Z')));
    expect(said(file, WITNESS.key)).toBe('open open newerThanCosigned cosigned');
  });

  test('where the reading says that a witness has another history, also for who names none', async () => {
    const contradictedBy = [{ key: OTHER.key, since: '2026-11-23T10:00:00.000Z' }];
    const file = fileOf(await sampleBundle({ others: 30, cosigned: [by(WITNESS)], contradictedBy }));
    expect(said(file, WITNESS.key)).toBe('open open contradicted cosigned');
    expect(said(file)).toBe('open open contradicted');
  });
});

describe('an attack rules nothing out:', () => {
  test('a cosignature of another log, and of another checkpoint of this one', async () => {
    const bundle = await sample(by(WITNESS));
    const anchor = at(bundle.log.anchors, 1);
    const [text = ''] = anchor.checkpoint.split('\n\n');
    const elsewhere = text.replace('consent.example.com', 'consent.example.net');
    const smaller = at(bundle.log.anchors, 0).checkpoint.split('\n\n')[0] ?? '';
    for (const other of [elsewhere, smaller]) {
      anchor.checkpoint = anchor.checkpoint.replace(/— witness.*\n$/, WITNESS.cosign('', new Date(SEEN), `${other}\n`));
      expect(said(fileOf(bundle), WITNESS.key)).toBe('bad open notCosigned');
    }
  });

  test('a cosignature moved to another checkpoint', async () => {
    const bundle = await sample(by(WITNESS, 'early', '2026-11-03T10:00:00.000Z'));
    const [line = ''] = /— witness.*\n/.exec(at(bundle.log.anchors, 1).checkpoint) ?? [];
    bundle.log.checkpoint += line;
    expect(said(fileOf(bundle), WITNESS.key)).toMatch(/^bad open newerThanCosigned/);
  });

  test('another time in the line', async () => {
    const bundle = await sample(by(WITNESS, 'before-reading', '2026-11-01T10:00:00.000Z'));
    expect(said(fileOf(bundle), WITNESS.key)).toBe('open open cosignedAtOdds');
    const anchor = at(bundle.log.anchors, 1);
    anchor.checkpoint = anchor.checkpoint.replace(/(— \S+ )(\S+)\n$/, (_line: string, head: string, base64: string) => {
      const bytes = Buffer.from(base64, 'base64');
      bytes.writeBigUInt64BE(BigInt(Date.parse(SEEN) / 1000), 4);
      return `${head}${bytes.toString('base64')}\n`;
    });
    expect(said(fileOf(bundle), WITNESS.key)).toBe('bad open notCosigned');
  });

  test('an old time, a time after the file was made, and one beyond all calendars', async () => {
    const times = ['2026-11-20T18:34:00.000Z', '2026-11-25T10:06:00.000Z'];
    for (const time of times) {
      expect(said(fileOf(await sample(by(WITNESS, 'before-reading', time))), WITNESS.key)).toBe(
        'open open cosignedAtOdds',
      );
    }
    const never = { ...WITNESS, cosign: (note: string) => WITNESS.cosign(note, { getTime: () => 1e18 } as Date) };
    expect(said(fileOf(await sample(by(never))), WITNESS.key)).toBe('bad open notCosigned');
  });

  test('a witness named like the reader’s, with another key: alone, in its place, and beside it', async () => {
    expect(said(fileOf(await sample(by(IMPOSTOR))), WITNESS.key)).toBe('open open notCosigned');
    const swapped = await sample(by(IMPOSTOR));
    swapped.log.witnesses = [WITNESS.key];
    expect(said(fileOf(swapped), WITNESS.key)).toBe('bad open notCosigned');
    const early = by(WITNESS, 'early', '2026-11-03T10:00:00.000Z');
    expect(said(fileOf(await sample(early, by(IMPOSTOR))), WITNESS.key)).toBe('open open newerThanCosigned cosigned');
  });

  test('a key that the file does not have, and one that cosigned nothing', async () => {
    const hidden = await sample(by(WITNESS));
    hidden.log.witnesses = [];
    expect(said(fileOf(hidden), WITNESS.key)).toBe('bad open notCosigned');
    const idle = await sample(by(WITNESS));
    idle.log.witnesses.push(OTHER.key);
    expect(said(fileOf(idle), WITNESS.key)).toMatch(/^bad/);
  });

  test('the key of a log in the place of a witness’s, and the other way round', async () => {
    const file = fileOf(await sample(by(WITNESS)));
    expect(said(file, KEY)).toBe('bad fails givenKeyUnreadable');
    const bundle = await sample(by(WITNESS));
    bundle.log.keys.push(WITNESS.key);
    expect(said(fileOf(bundle), WITNESS.key)).toMatch(/^bad/);
  });

  test('checkpoints in another order', async () => {
    const bundle = await sample(by(WITNESS));
    bundle.log.anchors.reverse();
    expect(faults(fileOf(bundle))).toEqual(['anchors: anchorOutOfOrder']);
  });

  test('a cosigned checkpoint that this log does not continue', async () => {
    const bundle = await sample(by(WITNESS));
    at(bundle.log.anchors, 1).consistency.pop();
    expect(said(fileOf(bundle), WITNESS.key)).toBe('bad open notCosigned');
  });

  test('a checkpoint that somebody signed of whom the file does not say who they are', async () => {
    const bundle = await sample(by(WITNESS));
    const anchor = at(bundle.log.anchors, 1);
    const [line = ''] = /— other.*\n/.exec(OTHER.cosign(anchor.checkpoint, new Date(SEEN))) ?? [];
    anchor.checkpoint += line;
    expect(said(fileOf(bundle), WITNESS.key)).toBe('bad open notCosigned');
  });

  test('a second version: what the witness saw is signed by the log, and is not the file’s', async () => {
    const [shown, kept] = [await sample(), await sampleBundle({ others: 40, cosigned: [by(WITNESS)] })];
    const anchor = (kept as unknown as Loose<Bundle>).log.anchors[1];
    shown.log.anchors.push(anchor!);
    shown.log.witnesses.push(WITNESS.key);
    expect(said(fileOf(shown), WITNESS.key)).toBe('bad open notCosigned');
  });

  test('a checkpoint that the witness cosigned and the log did not sign', async () => {
    const bundle = await sample(by(WITNESS));
    const anchor = at(bundle.log.anchors, 1);
    anchor.checkpoint = anchor.checkpoint.replace(/— consent.*\n/, '');
    expect(said(fileOf(bundle), WITNESS.key)).not.toContain(RULED_OUT);
    const stranger = seedSigner('consent.example.com/log', Buffer.alloc(32, 8));
    const text = `${anchor.checkpoint.split('\n\n')[0]}\n`;
    anchor.checkpoint = (await signNote(text, [stranger])) + WITNESS.cosign('', new Date(SEEN), text);
    expect(said(fileOf(bundle), WITNESS.key)).toBe('bad open notCosigned');
    bundle.log.keys.push(STRANGER_KEY);
    expect(said(fileOf(bundle), WITNESS.key)).not.toContain(RULED_OUT);
  });
});
