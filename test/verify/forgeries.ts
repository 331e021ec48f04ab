import { canonicalHash } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Loose } from './forge';
import { STRANGER_KEY } from './stranger';

export type Change = (bundle: Loose<Bundle>, other: Loose<Bundle>) => void;
type PartData = { data: Record<string, string>; salt: string };

const at = <T>(list: readonly T[], n: number): T => list.at(n) as T;
const part = (bundle: Loose<Bundle>, step: number, name: string): Loose<PartData> =>
  at(bundle.entries, step).parts[name] as unknown as Loose<PartData>;
/** Makes an entry's hash fit to it again. */
function reseal({ entry }: Loose<Bundle>['entries'][number]): void {
  const { hash: _hash, ...body } = entry;
  entry.hash = canonicalHash(body);
}
const flip = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

/** What is done to a good bundle, and all that has to be found: the claims that fail, with their findings. */
export const FORGERIES: readonly [string, Change, ...string[]][] = [
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
    (b) => (at(b.entries, 1).entry.hash = flip(at(b.entries, 1).entry.hash)),
    'entries: entryChanged',
    'chain: prevDiffers',
    'log: notInLog',
  ],
  ['a step removed', (b) => b.entries.splice(2, 1), 'chain: stepsMissing', 'summary: recordDiffers'],
  ['the first step removed', (b) => b.entries.splice(0, 1), 'chain: stepsMissing', 'summary: recordsDiffer'],
  ['the last step removed', (b) => b.entries.pop(), 'chain: noReading', 'head: headNotShown'],
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
    'chain: stepsMissing, outOfPlace',
  ],
  ['a step twice', (b) => b.entries.splice(1, 0, at(b.entries, 1)), 'chain: outOfPlace', 'log: indexTwice'],
  [
    'a step of another person',
    (b) => (at(b.entries, 1).entry.subject = 'AQECAwQFBgcICQoLDA0ODw'),
    'entries: entryChanged',
    'chain: otherSubject',
  ],
  ['all as of another person', (b) => (b.subject = 'AQECAwQFBgcICQoLDA0ODw'), 'chain: otherSubject'],
  ['all as of another site', (b) => (b.site = 'other'), 'chain: otherSite'],
  ['a part’s data: the mail', (b) => (part(b, 1, 'mail').data['raw'] += ' '), 'parts: partChanged'],
  [
    'a part’s data: the address',
    (b) => (part(b, 0, 'identity').data['email'] = 'other@example.org'),
    'parts: partChanged',
  ],
  ['a part’s data: the IP', (b) => (part(b, 2, 'network').data['ip'] = '198.51.100.24'), 'parts: partChanged'],
  ['a salt', (b) => (part(b, 2, 'network').salt = flip(part(b, 2, 'network').salt)), 'parts: partChanged'],
  [
    'a digest',
    (b) => (at(b.entries, 2).entry.parts['network'] = flip(at(b.entries, 2).entry.parts['network'] ?? '')),
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
    'head: headNotShown',
    'parts: partNotAsAsked',
  ],
  [
    'a part taken out, and said to be gone',
    (b) => (at(b.entries, 2).parts['network'] = { state: 'gone' }),
    'parts: partGoneDiffers',
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
  ['what was asked for', (b) => b.request.disclose.pop(), 'head: headDiffers'],
  ['who is responsible', (b) => (b.controller.name = 'Somebody Ltd'), 'head: headDiffers'],
  ['when the file was made', (b) => (b.at = '2026-11-26T10:00:00.000Z'), 'head: headDiffers'],
  ['an index', (b) => (at(b.entries, 1).proof!.index -= 100), 'log: notInLog'],
  ['an index beyond the log', (b) => (at(b.entries, 1).proof!.index = 5000), 'log: notInLog'],
  ['a path', (b) => (at(b.entries, 1).proof!.path[0] = flip(at(b.entries, 1).proof!.path[0] ?? '')), 'log: notInLog'],
  [
    'a path’s upper end, after others proved it',
    (b) => b.entries[4]?.proof?.path.push(flip(b.entries[4].proof.path.pop() ?? '')),
    'log: notInLog',
  ],
  ['a path cut short', (b) => at(b.entries, 4).proof!.path.pop(), 'log: notInLog'],
  [
    'a path with more than it needs',
    (b) => at(b.entries, 4).proof!.path.push(at(at(b.entries, 4).proof!.path, 0)),
    'log: notInLog',
  ],
  ['a path that is no base64', (b) => (at(b.entries, 1).proof!.path[0] = '!'), 'log: notInLog'],
  ['the proof of another step', (b) => (at(b.entries, 1).proof = at(b.entries, 2).proof), 'log: notInLog, indexTwice'],
  ['a proof from another log', (b, other) => (at(b.entries, 1).proof = at(other.entries, 1).proof), 'log: notInLog'],
  [
    'the checkpoint of another log',
    (b, other) => (b.log.checkpoint = other.log.checkpoint),
    'log: notInLog',
    'anchors: anchorLarger',
  ],
  [
    'the checkpoint rolled back',
    (b) => (b.log.checkpoint = at(b.log.anchors, 0).checkpoint),
    'log: notInLog',
    'anchors: anchorForked',
  ],
  [
    'the size in the checkpoint',
    (b) => (b.log.checkpoint = (b.log.checkpoint ?? '').replace('\n1211\n', '\n1212\n')),
    'checkpoint: checkpointForged',
    'origin: originUnsigned',
  ],
  [
    'the checkpoint’s signature',
    (b) => (b.log.checkpoint = (b.log.checkpoint ?? '').replace(/.{8}(?=.{9}\n$)/, 'AAAAAAAA')),
    'checkpoint: checkpointForged',
    'origin: originUnsigned',
  ],
  [
    'the checkpoint torn',
    (b) => (b.log.checkpoint = (b.log.checkpoint ?? '').slice(0, 40)),
    'checkpoint: checkpointUnreadable',
    'origin: originUnsigned',
  ],
  [
    'the origin',
    (b) => (b.log.origin = 'other.example/log'),
    'checkpoint: originDiffers',
    'origin: originUnsigned',
    'anchors: originDiffers',
  ],
  [
    'a key',
    (b) => (b.log.keys[0] = flip(b.log.keys[0] ?? '')),
    'checkpoint: keyUnreadable, signatureUnknown',
    'origin: originUnsigned',
    'anchors: signatureUnknown',
  ],
  [
    'no key',
    (b) => b.log.keys.pop(),
    'checkpoint: signatureUnknown',
    'origin: originUnsigned',
    'anchors: signatureUnknown',
  ],
  ['a key twice', (b) => b.log.keys.push(b.log.keys[0] ?? ''), 'checkpoint: keyRepeated'],
  ['a key that signed nothing', (b) => b.log.keys.push(STRANGER_KEY), 'checkpoint: keyUnused'],
  ['the proof of the past', (b) => at(b.log.anchors, 0).consistency.pop(), 'anchors: anchorForked'],
  [
    'an anchor of another log',
    (b, other) => (at(b.log.anchors, 0).checkpoint = at(other.log.anchors, 0).checkpoint),
    'anchors: anchorForked',
  ],
  ['an anchor twice', (b) => b.log.anchors.push(at(b.log.anchors, 0)), 'anchors: anchorOutOfOrder'],
];
