import { at, flip, type Forgery } from './forge';
import { STRANGER_KEY } from './stranger';

/** What is done to proofs, checkpoints, keys and anchors. */
export const LOG_FORGERIES: readonly Forgery[] = [
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
  [
    'a signature twice',
    (b) => (b.log.checkpoint = `${b.log.checkpoint ?? ''}${(b.log.checkpoint ?? '').split('\n\n')[1] ?? ''}`),
    'checkpoint: signatureRepeated',
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
