import { asEntryHash } from '../ids';
import { canonicalHash } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { checkHead } from '../../shared/verify/claims/head';
import { CLOCKS_MS, isPossible } from '../../shared/verify/claims/witnesses';
import type { ClaimId, Finding, StepName } from '../../shared/verify/report';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { signNote } from '../../shared/log/note';
import { testWitness } from '../log/witness-key';
import { at, claimOf, fileOf, flip, forge, type Loose } from './forge';

/*
 * Where something does not fit: each finding names the very step, the numbers and the place, as a reader goes and looks there.
 */

let sample: Bundle;
beforeAll(async () => void (sample = await sampleBundle({ others: 9, further: 'standing' })));

const step = (n: number): StepName => {
  const { seq, type, at: time } = at(sample.entries, n).entry;
  return { number: seq + 1, type, at: time };
};

/** What the first step says of its first purpose, and of what was ordered along with it. */
const wording = () => {
  const hash = at(at(sample.entries, 0).entry.purposes, 0).noticeHash;
  const { purpose = '', language } = sample.notices[hash]!;
  return { hash, id: purpose ?? '', language };
};
const order = () => sample.entries.find(({ entry }) => entry.asset)!.entry.asset!;

type Found = [string, ClaimId, (bundle: Loose<Bundle>) => void, () => readonly Finding[]];

test.each<Found>([
  [
    'two steps in a row that are missing',
    'chain',
    ({ entries }) => void entries.splice(1, 2),
    () => [{ code: 'stepsMissing', from: 2, to: 3 }],
  ],
  [
    'a place that was deleted and is none',
    'chain',
    ({ deleted }) => void deleted.push(99),
    () => [{ code: 'deletedOutOfPlace', number: 100 }],
  ],
  [
    'records that begin without their address',
    'address',
    ({ entries, address }) => {
      const { entry } = at(entries, 0);
      delete (entry.facts as { address?: string }).address;
      delete address!.salts[entry.recordId!];
    },
    () => [{ code: 'addressUncommitted', step: step(0) }],
  ],
  [
    'a step that was changed',
    'entries',
    ({ entries }) => void (at(entries, 2).entry.nonce = flip(at(entries, 2).entry.nonce)),
    () => [{ code: 'entryChanged', step: step(2) }],
  ],
  [
    'a step of a later version',
    'entries',
    ({ entries }) => {
      const { entry } = at(entries, 3);
      Object.assign(entry, { type: 'ConsentForeseen' });
      const { hash: _hash, ...body } = entry;
      entry.hash = asEntryHash(canonicalHash(body));
    },
    () => [{ code: 'typeUnknown', step: { ...step(3), type: 'ConsentForeseen' as never } }],
  ],
  [
    'a proof that is that of another step',
    'log',
    ({ entries }) => void (at(entries, 1).proof = at(entries, 2).proof),
    () => [
      { code: 'notInLog', step: step(1) },
      { code: 'indexTwice', step: step(2) },
    ],
  ],
  [
    'a part that is left out',
    'parts',
    ({ entries }) => void delete at(entries, 0).parts['network'],
    () => [{ code: 'partMissing', step: step(0), class: 'network' }],
  ],
  [
    'a wording that is left out',
    'notices',
    ({ notices }) => void delete notices[wording().hash],
    () =>
      sample.entries.flatMap(({ entry: { purposes } }, n): Finding[] =>
        purposes.some(({ noticeHash }) => noticeHash === wording().hash)
          ? [{ code: 'noticeMissing', step: step(n), id: wording().id }]
          : [],
      ),
  ],
  [
    'a wording that no step names',
    'notices',
    ({ notices }) => {
      const unused = { ...notices[wording().hash]!, version: 'another' };
      notices[canonicalHash(unused)] = unused;
    },
    () => [{ code: 'noticeUnused', id: wording().id, version: 'another', language: wording().language }],
  ],
  [
    'a wording of an order that was changed',
    'notices',
    ({ notices }) => void Object.assign(notices[order().noticeHash]!, { version: 'another' }),
    () => [{ code: 'noticeChanged', id: order().id, version: 'another', language: wording().language }],
  ],
  [
    'a record too many',
    'summary',
    ({ records }) => void records.push(at(records, 0)),
    () => [{ code: 'recordsDiffer', says: sample.records.length + 1, follows: sample.records.length }],
  ],
  [
    'another time in the second record',
    'summary',
    ({ records }) => void (at(records, 1).requestedAt = '2026-11-02T08:15:31.120Z'),
    () => [{ code: 'recordDiffers', record: 2, member: 'requestedAt' }],
  ],
  [
    'another state of the second record’s last purpose',
    'summary',
    ({ records }) => void (at(at(records, 1).purposes, -1).status = 'ConsentExpired'),
    () => [{ code: 'statusDiffers', record: 2, purpose: at(at(sample.records, 1).purposes, -1).id }],
  ],
])('%s', (_, id, change, expected) => {
  expect(claimOf(id, fileOf(forge(sample, change))).findings).toEqual(expected());
});

test('a checkpoint that the reader kept is named by its size', async () => {
  const [other, forked] = [await sampleBundle({ others: 700 }), await sampleBundle({ others: 9, further: 'standing' })];
  const keptAs = (bundle: Bundle): readonly Finding[] =>
    claimOf('kept', fileOf(sample), { checkpoint: bundle.log.checkpoint! }).findings;
  const sizeOf = ({ log }: Bundle): number => Number(log.checkpoint!.split('\n')[1]);
  expect(keptAs(other)).toEqual([{ code: 'keptUnrelated', size: sizeOf(other) }]);
  expect(keptAs(forked)).toEqual([{ code: 'keptForked', size: sizeOf(sample) }]);
});

test('where no place was deleted no note says so, and where some were it says which', async () => {
  expect(claimOf('chain', fileOf(sample)).notes).toEqual([]);
  const { notes } = claimOf('chain', fileOf(await sampleBundle({ others: 9, deleted: [0, 1] })));
  expect(notes).toEqual([{ code: 'placesDeleted', numbers: [1, 2] }]);
});

test('a last step of a later version, whatever it shows, says nothing of the head', () => {
  const later = forge(sample, ({ entries }) => (at(entries, -1).entry.type = 'EvidenceForeseen' as never));
  expect(checkHead(later as never).findings).toEqual([{ code: 'headNotShown' }]);
});

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

  test('without a checkpoint none of them saw anything', () => {
    const file = forge(sample, ({ entries, log }) => {
      Object.assign(log, { checkpoint: null, keys: [], anchors: [] });
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
