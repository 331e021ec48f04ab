import { asDigest, asEntryHash, asSubject } from '../ids';
import { canonicalHash } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { at, flip, type Forgery, type Loose } from './forge';
import { LOG_FORGERIES } from './log-forgeries';

type PartData = { data: Record<string, string>; salt: string };

const part = (bundle: Loose<Bundle>, step: number, name: string): Loose<PartData> =>
  at(bundle.entries, step).parts[name] as unknown as Loose<PartData>;
/** Makes an entry's hash fit to it again. */
function reseal({ entry }: Loose<Bundle>['entries'][number]): void {
  const { hash: _hash, ...body } = entry;
  entry.hash = asEntryHash(canonicalHash(body));
}

/** The same for all of them, so that each leads to the one before. */
function resealAll({ entries }: Loose<Bundle>): void {
  entries.forEach((step, n) => {
    if (n > 0) step.entry.prev = at(entries, n - 1).entry.hash;
    reseal(step);
  });
}

/** A wording changed, and named anew by whatever names it. */
function renameNotice(bundle: Loose<Bundle>, change: (notice: Loose<Bundle>['notices'][string]) => void): void {
  const [[old = '', notice] = []] = Object.entries(bundle.notices);
  if (!notice) throw new RangeError('There is no wording.');
  delete bundle.notices[old];
  change(notice);
  const hash = canonicalHash(notice);
  bundle.notices[hash] = notice;
  const named = [...bundle.entries.map(({ entry }) => entry), ...bundle.records];
  for (const { purposes, asset } of named) {
    for (const one of [...purposes, ...(asset ? [asset] : [])]) if (one.noticeHash === old) one.noticeHash = hash;
  }
  resealAll(bundle);
}

/** What is done to a good bundle. */
export const FORGERIES: readonly Forgery[] = [
  [
    'the time of a step',
    (b) => (at(b.entries, 2).entry.at = '2026-11-02T08:21:08.003Z'),
    'entries: entryChanged',
    'summary: recordDiffers',
  ],
  [
    'a step’s type',
    (b) => (at(b.entries, 4).entry.type = 'ConsentGiven'),
    'entries: entryChanged',
    'summary: statusDiffers',
  ],
  [
    'a step’s language',
    (b) => (at(b.entries, 2).entry.language = 'en'),
    'entries: entryChanged',
    'notices: noticeLanguage',
  ],
  [
    'a step’s nonce',
    (b) => (at(b.entries, 1).entry.nonce = flip(at(b.entries, 1).entry.nonce)),
    'entries: entryChanged',
  ],
  ['a fact', (b) => Object.assign(at(b.entries, 4).entry.facts, { via: 'page' }), 'entries: entryChanged'],
  [
    'a step, with its hash made to fit',
    (b) => {
      at(b.entries, 3).entry.nonce = flip(at(b.entries, 3).entry.nonce);
      reseal(at(b.entries, 3));
    },
    'chain: prevDiffers',
    'log: notInLog',
  ],
  [
    'the last step, with its hash made to fit',
    (b) => {
      at(b.entries, -1).entry.nonce = flip(at(b.entries, -1).entry.nonce);
      reseal(at(b.entries, -1));
    },
    'log: notInLog',
  ],
  [
    'a hash',
    (b) => (at(b.entries, 1).entry.hash = asEntryHash(flip(at(b.entries, 1).entry.hash))),
    'entries: entryChanged',
    'chain: prevDiffers',
    'log: notInLog',
  ],
  ['a step removed', (b) => b.entries.splice(2, 1), 'chain: stepsMissing', 'summary: statusDiffers'],
  ['another address', (b) => b.address && (b.address.address = 'karl@example.org'), 'address: addressOther'],
  [
    'the first step removed',
    (b) => b.entries.splice(0, 1),
    ...['chain: stepsMissing', 'address: addressSaltUnused', 'summary: recordsDiffer'],
  ],
  [
    'the last step removed',
    (b) => b.entries.pop(),
    ...['chain: noReading', 'head: headNotShown', 'address: addressOther'],
  ],
  [
    'a step removed, and said to be deleted',
    (b) => {
      b.entries.splice(1, 1);
      b.deleted.push(1);
    },
    'head: headDiffers',
  ],
  ['a step said to be deleted that is there', (b) => b.deleted.push(1), 'chain: outOfPlace', 'head: headDiffers'],
  [
    'a step beyond the end said to be deleted',
    (b) => b.deleted.push(99),
    'chain: deletedOutOfPlace',
    'head: headDiffers',
  ],
  [
    'a step far beyond',
    (b) => (at(b.entries, 5).entry.seq = Number.MAX_SAFE_INTEGER),
    'entries: entryChanged',
    'chain: stepsMissing',
  ],
  [
    'two steps swapped',
    (b) => b.entries.splice(1, 2, at(b.entries, 2), at(b.entries, 1)),
    'chain: stepsMissing, outOfPlace, timeBackwards',
  ],
  ['a step twice', (b) => b.entries.splice(1, 0, at(b.entries, 1)), 'chain: outOfPlace', 'log: indexTwice'],
  [
    'a step of another person',
    (b) => (at(b.entries, 1).entry.subject = asSubject('AQECAwQFBgcICQoLDA0ODw')),
    'entries: entryChanged',
    'chain: otherSubject',
  ],
  [
    'all as of another person',
    (b) => (b.subject = asSubject('AQECAwQFBgcICQoLDA0ODw')),
    ...['chain: otherSubject', 'address: addressSaltMissing, addressSaltUnused'],
  ],
  ['all as of another site', (b) => (b.site = 'other'), 'chain: otherSite'],
  ['a part’s data: the mail', (b) => (part(b, 1, 'mail').data['raw'] += ' '), 'parts: partChanged'],
  [
    'a part’s data: the address',
    (b) => (part(b, 0, 'address').data['email'] = 'other@example.org'),
    'parts: partChanged',
  ],
  ['a part’s data: the IP', (b) => (part(b, 2, 'network').data['ip'] = '198.51.100.24'), 'parts: partChanged'],
  ['a salt', (b) => (part(b, 2, 'network').salt = flip(part(b, 2, 'network').salt)), 'parts: partChanged'],
  [
    'a digest',
    (b) => (at(b.entries, 2).entry.parts['network'] = asDigest(flip(at(b.entries, 2).entry.parts['network'] ?? ''))),
    'entries: entryChanged',
    'parts: partChanged',
  ],
  [
    'the part of another step',
    (b) => (at(b.entries, 2).parts['network'] = at(b.entries, 0).parts['network'] as never),
    'parts: partChanged',
  ],
  [
    'a part under another class',
    (b) => {
      at(b.entries, 2).parts['mail'] = at(b.entries, 2).parts['network'] as never;
      delete at(b.entries, 2).parts['network'];
    },
    'parts: partMissing, partUnknown',
  ],
  ['a part left out', (b) => delete at(b.entries, 2).parts['network'], 'parts: partMissing'],
  [
    'a part withheld that was asked for',
    (b) => (at(b.entries, 2).parts['network'] = { state: 'withheld' }),
    'parts: partNotAsAsked',
  ],
  [
    'the reading withheld',
    (b) => (at(b.entries, -1).parts['reading'] = { state: 'withheld' }),
    ...['head: headNotShown', 'parts: partNotAsAsked', 'address: addressOther'],
  ],
  [
    'a part taken out, and said to be gone',
    (b) => (at(b.entries, 2).parts['network'] = { state: 'gone', since: b.at }),
    'parts: partGoneDiffers',
  ],
  [
    'a part taken out, and said to be lost',
    (b) => (at(b.entries, 2).parts['network'] = { state: 'missing' }),
    'parts: partGoneDiffers, partLost',
  ],
  ['a wording', (b) => (at(Object.values(b.notices), 0).text += '!'), 'notices: noticeChanged'],
  [
    'a wording under the name of another',
    (b) => {
      const [one = '', two = ''] = Object.keys(b.notices);
      b.notices[one] = b.notices[two] as never;
    },
    'notices: noticeOfOther, noticeChanged',
  ],
  ['a wording left out', (b) => delete b.notices[at(Object.keys(b.notices), 0)], 'notices: noticeMissing'],
  [
    'a wording that nobody agreed to',
    (b) => {
      const notice = { ...at(Object.values(b.notices), 0), text: 'All that we like.' };
      b.notices[canonicalHash(notice)] = notice;
    },
    'notices: noticeUnused',
  ],
  [
    'the summary: withdrawn is given',
    (b) => (at(at(b.records, 0).purposes, 0).status = 'ConsentGiven'),
    'summary: statusDiffers',
  ],
  [
    'the summary: since when',
    (b) => (at(at(b.records, 0).purposes, 0).since = '2026-11-20T18:40:00.778Z'),
    'summary: statusDiffers',
  ],
  ['the summary: when confirmed', (b) => (at(b.records, 0).confirmedAt = null), 'summary: recordDiffers'],
  ['the summary: a purpose left out', (b) => at(b.records, 0).purposes.pop(), 'summary: recordDiffers'],
  ['the summary: a record left out', (b) => b.records.pop(), 'summary: recordsDiffer'],
  ['the reason', (b) => (b.request.reason = 'Anfrage'), 'head: headDiffers'],
  ['who asked', (b) => (b.request.operator = 'somebody'), 'head: headDiffers'],
  [
    'something before the first step, all hashes made to fit',
    (b) => {
      at(b.entries, 0).entry.prev = at(b.entries, 1).entry.hash;
      resealAll(b);
    },
    'chain: prevDiffers',
    'log: notInLog',
  ],
  [
    'a wording of another site, all hashes made to fit',
    (b) => renameNotice(b, (notice) => (notice.site = 'other')),
    'notices: noticeOfOther',
    'log: notInLog',
  ],
  [
    'a wording in another language, all hashes made to fit',
    (b) => renameNotice(b, (notice) => (notice.language = 'en')),
    'notices: noticeLanguage',
    'log: notInLog',
  ],
  ['what was asked for', (b) => b.request.disclose.pop(), 'head: headDiffers'],
  [
    'what was asked for, and shown all the same',
    (b) => (b.request.disclose = b.request.disclose.filter((name) => name !== 'network')),
    'head: headDiffers',
    'parts: partNotAsAsked',
  ],
  ['who is responsible', (b) => (b.controller.name = 'Somebody Ltd'), 'head: headDiffers'],
  ['when the file was made', (b) => (b.at = '2026-11-26T10:00:00.000Z'), 'head: headDiffers'],
  ...LOG_FORGERIES,
];
