import { asEntryHash } from '../ids';
import { canonicalHash } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { checkHead } from '../../shared/verify/claims/head';
import { checkNotices } from '../../shared/verify/claims/notices';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { checkSummary } from '../../shared/verify/claims/summary';
import type { ClaimId, Finding, StepName } from '../../shared/verify/report';
import { sampleBundle } from '../evidence/sample-bundle';
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
  const { purpose, language } = sample.notices[hash]!;
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
    'a purpose too many in the first record',
    'summary',
    ({ records }) => {
      const { purposes } = at(records, 0);
      purposes.push({ ...at(purposes, 0), status: 'ConsentExpired' });
    },
    () => [{ code: 'recordDiffers', record: 1, member: 'purposes' }],
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

test('of a whole file each claim holds but the one that nobody vouches for, and of an empty one there is nothing to hold', () => {
  const states = Object.fromEntries(verifyBundle(fileOf(sample)).claims.map(({ id, state }) => [id, state]));
  expect(states).toEqual({
    ...{ file: 'holds', entries: 'holds', chain: 'holds', head: 'holds', parts: 'holds', address: 'holds' },
    ...{ notices: 'holds', summary: 'holds', checkpoint: 'holds', origin: 'open', log: 'holds', anchors: 'holds' },
  });
  const nothing = { ...sample, entries: [], notices: {}, records: [] } as never;
  expect([checkNotices(nothing).state, checkSummary(nothing).state]).toEqual(['none', 'none']);
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

test('what a purpose on a basis of a later version becomes is open', () => {
  const later = forge(sample, ({ entries }) => (at(at(entries, 0).entry.purposes, 0).legalBasis = 'task' as never));
  expect(checkSummary(later as never).state).toBe('open');
});

test('a last step of a later version, whatever it shows, says nothing of the head', () => {
  const later = forge(sample, ({ entries }) => (at(entries, -1).entry.type = 'EvidenceForeseen' as never));
  expect(checkHead(later as never).findings).toEqual([{ code: 'headNotShown' }]);
});
