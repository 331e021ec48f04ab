import type { Bundle } from '../../shared/evidence/bundle';
import { signNote } from '../../shared/log/note';
import { CLOCKS_MS, isPossible } from '../../shared/verify/claims/witnesses';
import type { Finding } from '../../shared/verify/report';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { at, claimOf, fileOf, forge, type Loose } from './forge';

/* The same of the log's checkpoints and witnesses: which of them is meant, by its place, size, name or key. */

let sample: Bundle;
beforeAll(async () => void (sample = await sampleBundle({ others: 9, further: 'standing' })));

describe('checkpoints', () => {
  const witness = testWitness('witness.example/w1', 21);
  const [early, late] = ['2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z'];
  const cosigned = (note: string, time: string): string => note + witness.cosign(note, new Date(time));
  const named = (change: (log: Loose<Bundle>['log']) => void): string =>
    fileOf(
      forge(sample, ({ log }) => {
        log.witnesses = [witness.key];
        change(log);
      }),
    );

  test('a file without one says nothing of the log, and of whose it is', () => {
    const file = fileOf(
      forge(sample, ({ entries, log }) => {
        Object.assign(log, { checkpoint: null, keys: [], anchors: [] });
        for (const entry of entries) entry.proof = null;
      }),
    );
    for (const id of ['checkpoint', 'origin'] as const)
      expect(claimOf(id, file)).toMatchObject({ state: 'open', findings: [{ code: 'noCheckpoint' }], notes: [] });
  });

  test('a note of the log that is signed and is no checkpoint is none', async () => {
    const note = await signNote('Guten Tag\n', [SIGNER]);
    const file = fileOf(forge(sample, ({ log }) => (log.checkpoint = note)));
    expect(claimOf('checkpoint', file).findings).toEqual([{ code: 'checkpointUnreadable', which: 'file' }]);
  });

  test('the second anchor is called that', () => {
    const torn = forge(sample, ({ log }) => {
      const last = { ...at(log.anchors, -1), checkpoint: at(log.anchors, -1).checkpoint.slice(0, 40) };
      log.anchors.push(last);
    });
    const which = sample.log.anchors.length + 1;
    expect(which).toBeGreaterThan(1);
    const { findings, notes } = claimOf('anchors', fileOf(torn));
    expect(findings).toEqual([{ code: 'checkpointUnreadable', which }]);
    expect(notes).toEqual(claimOf('anchors', fileOf(sample)).notes);
  });

  test.each<[string, (anchors: Loose<Bundle>['log']['anchors']) => void, () => Finding]>([
    ['comes twice', (them) => void them.push(at(them, 0)), () => ({ code: 'anchorOutOfOrder', which: 2 })],
    ['is not led on from', (them) => void at(them, 0).consistency.pop(), () => ({ code: 'anchorForked', which: 1 })],
  ])('an anchor that %s is called by its place', (_, change, expected) => {
    const file = fileOf(forge(sample, ({ log }) => change(log.anchors)));
    expect(claimOf('anchors', file).findings).toEqual([expected()]);
  });

  test('without the file’s own nothing shows that anchors lead to it', () => {
    const file = fileOf(forge(sample, ({ log }) => (log.checkpoint = null)));
    expect(claimOf('anchors', file)).toMatchObject({ state: 'open', findings: [{ code: 'noCheckpoint' }] });
  });

  test('a witness that cosigned twice is named by its key', () => {
    const file = named((log) => (log.checkpoint = cosigned(cosigned(log.checkpoint!, early), late)));
    expect(claimOf('checkpoint', file).findings).toEqual([
      { code: 'signatureRepeated', which: 'file', name: witness.key },
    ]);
  });

  test.each([
    [early, late],
    [late, early],
  ])('of a witness that cosigned at %s and at %s the last time is said', (first, second) => {
    const file = named((log) => {
      at(log.anchors, 0).checkpoint = cosigned(at(log.anchors, 0).checkpoint, first);
      log.checkpoint = cosigned(log.checkpoint!, second);
    });
    expect(claimOf('checkpoint', file).notes).toEqual([
      { code: 'otherVersionOpen' },
      { code: 'cosignedUnchecked', name: witness.name, at: late },
    ]);
    expect(claimOf('checkpoint', file, { witnesses: [witness.key] }).notes).toEqual([]);
  });

  test('one that the reader kept may have signatures of witnesses that the file does not name', () => {
    const checkpoint = cosigned(sample.log.checkpoint!, late);
    expect(claimOf('kept', fileOf(sample), { checkpoint })).toMatchObject({ state: 'holds', findings: [] });
  });
});

describe('witnesses', () => {
  const witness = testWitness('witness.example/w1', 21);
  const seen = (stage: 'early' | 'before-reading', time: string) => [{ by: witness, stage, at: time }] as const;
  const foundBy = (bundle: Bundle): readonly Finding[] =>
    claimOf('witnesses', fileOf(bundle), { witnesses: [witness.key] }).findings;

  test('one that contradicts is named, with since when; what is no name and no time is none', async () => {
    const [key, since] = ['other.example/w2+00000000+AAAA', '2026-11-23T10:00:00.000Z'];
    const contradictedBy = [
      { key, since },
      { key: 5, since: 6 },
    ] as never;
    expect(claimOf('witnesses', fileOf(await sampleBundle({ others: 9, contradictedBy }))).findings).toEqual([
      { code: 'contradicted', name: 'other.example/w2', since },
      { code: 'contradicted', name: '', since: '' },
    ]);
  });

  test('what a witness cosigned has the steps below its size: not the next one, nor what is not in the log yet', async () => {
    const time = '2026-11-03T10:00:00.000Z';
    // Nobody else is in this log, so the step after those that the witness saw has their number.
    const bundle = await sampleBundle({ others: 0, cosigned: seen('early', time), pending: 2 });
    const names = bundle.entries.map(({ entry }) => ({ number: entry.seq + 1, type: entry.type, at: entry.at }));
    expect(at(bundle.entries, 4).proof).toBeNull();
    expect(foundBy(bundle)).toEqual(
      [3, 4].map((n) => ({ code: 'newerThanCosigned', name: witness.name, at: time, step: names[n] })),
    );
  });

  test('without a checkpoint none of them saw anything, whatever anchors there are', () => {
    const file = forge(sample, ({ entries, log }) => {
      log.checkpoint = null;
      for (const entry of entries) entry.proof = null;
    });
    expect(foundBy(file)).toEqual([{ code: 'notCosigned', name: witness.name }]);
  });

  test('clocks may differ by five minutes, and not by more', () => {
    const covered = sample.entries.slice(0, 2) as never;
    const possible = (time: string, by: number): boolean =>
      isPossible(new Date(Date.parse(time) + by).toISOString(), covered, sample as never);
    const last = at(sample.entries, 1).entry.at;
    expect([possible(last, -CLOCKS_MS), possible(last, -CLOCKS_MS - 1)]).toEqual([true, false]);
    expect([possible(sample.at, CLOCKS_MS), possible(sample.at, CLOCKS_MS + 1)]).toEqual([true, false]);
  });
});
