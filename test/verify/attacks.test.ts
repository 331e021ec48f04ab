import { asEntryHash, asRecord } from '../ids';
import { readTimestamp } from '../../shared/archive/timestamp';
import { canonicalHash } from '../../shared/canonical';
import { dossier } from '../../shared/evidence/dossier/dossier';
import type { Bundle } from '../../shared/evidence/bundle';
import { signNote, verifierKey } from '../../shared/log/note';
import { seedSigner } from '../../shared/log/seed-signer';
import { checkFile } from '../../shared/verify/check-file';
import { headlineOf } from '../../shared/verify/report';
import type { Trusted } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { at, fileOf, forge, type Loose } from './forge';
import { resigned, STRANGER, STRANGER_KEY } from './stranger';

/*
 * What somebody would try who wants to show a consent that there is not, or hide one that was withdrawn, and has all of a file
 * but the log's private key.
 */

const KEY = verifierKey(SIGNER);
type Change = (bundle: Loose<Bundle>, other: Loose<Bundle>) => unknown;
type Made = string | Uint8Array;

/** A person who withdrew, and another one of the same site who did not. */
let theirs: Bundle;
let others: Bundle;
beforeAll(async () => {
  theirs = await sampleBundle({ others: 40 });
  others = await sampleBundle({ others: 40, withdrawn: false, language: 'en' });
});

const changed = (change: Change) => (): Made =>
  fileOf(forge(theirs, (bundle) => void change(bundle, structuredClone(others) as Loose<Bundle>)));
const spelled = (from: string | RegExp, to: string) => (): Made => fileOf(theirs).replace(from, to);

/** Makes the hashes fit from a step on, as the chain asks for. */
function reseal({ entries }: Loose<Bundle>, from: number): void {
  for (let n = from; n < entries.length; n++) {
    const { entry } = at(entries, n);
    entry.prev = n === 0 ? asEntryHash('A'.repeat(43)) : at(entries, n - 1).entry.hash;
    const { hash: _hash, ...body } = entry;
    entry.hash = asEntryHash(canonicalHash(body));
  }
}

/** The withdrawal and its place taken out, the chain closed over it. */
function cutWithdrawal(bundle: Loose<Bundle>): void {
  bundle.entries.splice(4, 1);
  bundle.entries.forEach(({ entry }, seq) => (entry.seq = seq));
  reseal(bundle, 4);
  for (const purpose of at(bundle.records, 0).purposes) {
    Object.assign(purpose, { status: 'ConsentGiven', since: at(bundle.entries, 2).entry.at });
  }
}

const address = (bundle: Loose<Bundle>) =>
  at(bundle.entries, 0).parts['address'] as unknown as { data: { email: string } };
const checkpointOf = (text: string): string => text.slice(0, text.indexOf('\n\n') + 1);

test.each<[string, () => Made | Promise<Made>]>([
  ['invented, with a key of its own', async () => fileOf(await resigned(others))],
  [
    'invented, with the official key named besides',
    async () => fileOf(forge(await resigned(others), ({ log }) => log.keys.push(KEY))),
  ],
  [
    'invented, under the official checkpoint',
    changed((it, other) =>
      Object.assign(it, {
        entries: other.entries,
        records: other.records,
        request: other.request,
        notices: other.notices,
        at: other.at,
      }),
    ),
  ],
  [
    'a foreign key under the official name and id',
    spelled(new RegExp(KEY.split('+')[2]!.slice(0, 20)), STRANGER_KEY.split('+')[2]!.slice(0, 20)),
  ],
  ['a log of another name', () => fileOf(theirs).replaceAll('consent.example.com/log', 'consent.example.org/log')],
  [
    'another log, signed by a key of another name',
    async () => {
      const signer = seedSigner('evil.example/log', Buffer.alloc(32, 3));
      const note = await signNote(checkpointOf(theirs.log.checkpoint!), [signer]);
      return fileOf(
        forge(theirs, ({ log }) => Object.assign(log, { checkpoint: note, keys: [verifierKey(signer)], anchors: [] })),
      );
    },
  ],
  ['the address of somebody else', changed((it) => (address(it).data.email = 'jemand@example.org'))],
  [
    'an address that looks the same',
    changed((it) => (address(it).data.email = address(it).data.email.replace('e', 'е'))),
  ],
  [
    'the address of another person, with its salt',
    changed((it, other) => (at(it.entries, 0).parts['address'] = at(other.entries, 0).parts['address'] as never)),
  ],
  [
    'the mail of another person',
    changed((it, other) => (at(it.entries, 1).parts['mail'] = at(other.entries, 1).parts['mail'] as never)),
  ],
  [
    'the file of another person, under this one’s id',
    changed((it, other) => Object.assign(it, other, { subject: 'AQECAwQFBgcICQoLDA0ODw' })),
  ],
  ['a step of another person put in', changed((it, other) => it.entries.splice(2, 1, at(other.entries, 2)))],
  ['the end cut off', changed((it) => it.entries.splice(4, 2))],
  ['the withdrawal cut out', changed((it) => it.entries.splice(4, 1))],
  ['the withdrawal cut out, the chain closed over it', changed(cutWithdrawal)],
  ['the withdrawal cut out, all signed anew', async () => fileOf(await resigned(forge(theirs, cutWithdrawal)))],
  [
    'the withdrawal said to be deleted',
    changed((it) => {
      it.entries.splice(4, 1);
      it.deleted.push(4);
    }),
  ],
  [
    'the withdrawal relabelled as a step of the future',
    changed((it) => {
      (at(it.entries, 4).entry as { type: string }).type = 'ConsentPaused';
      reseal(it, 4);
    }),
  ],
  [
    'the withdrawal relabelled as use',
    changed((it) => {
      at(it.entries, 4).entry.type = 'ActivityReported';
      reseal(it, 4);
    }),
  ],
  ['the withdrawal of another purpose', changed((it) => at(it.entries, 4).entry.purposes.shift())],
  ['the withdrawal a month later', spelled('2026-11-20T18:40:00.777Z', '2026-12-20T18:40:00.777Z')],
  ['the summary says given', changed((it) => (at(at(it.records, 0).purposes, 0).status = 'ConsentGiven'))],
  [
    'an older reading replayed at the end',
    changed((it, other) => it.entries.splice(4, 2, { ...at(other.entries, 4) })),
  ],
  [
    'a confirmation invented',
    changed((it) => {
      const step = structuredClone(at(it.entries, 2));
      step.entry.seq = 5;
      at(it.entries, 5).entry.seq = 6;
      it.entries.splice(5, 0, step);
      reseal(it, 5);
    }),
  ],
  ['a confirmation replayed', changed((it) => it.entries.splice(5, 0, at(it.entries, 2)))],
  [
    'a confirmation that came too late, in time',
    changed((it) => Object.assign(at(it.entries, 0).entry.facts, { confirmBy: '2027-11-09T08:15:30.120Z' })),
  ],
  [
    'a confirmation of another record',
    changed((it) => {
      at(it.entries, 2).entry.recordId = asRecord('BAQEBAQEBAQEBAQEBAQEBA');
      reseal(it, 2);
    }),
  ],
  ['another wording', changed((it) => (at(Object.values(it.notices), 0).text = 'All that we like.'))],
  [
    'another wording, named anew',
    changed((it) => {
      const [hash = ''] = Object.keys(it.notices);
      const notice = { ...it.notices[hash]!, text: 'All that we like.' };
      delete it.notices[hash];
      it.notices[canonicalHash(notice)] = notice;
    }),
  ],
  ['the wording of another site', changed((it) => (at(Object.values(it.notices), 0).site = 'other'))],
  ['the wording in another language', changed((it, other) => (it.notices = other.notices))],
  ['a wording shadowed by a second one', spelled('"text":', '"text":"All that we like.","text":')],
  [
    'a status shadowed by a second one',
    spelled('"status":"ConsentWithdrawn"', '"status":"ConsentWithdrawn","status":"ConsentGiven"'),
  ],
  [
    'a status shadowed in other letters',
    spelled('"status":"ConsentWithdrawn"', '"status":"ConsentWithdrawn","\\u0073tatus":"ConsentGiven"'),
  ],
  ['a part hidden as deleted', changed((it) => (at(it.entries, 4).parts['network'] = { state: 'gone', since: it.at }))],
  ['a part hidden as left out', changed((it) => (at(it.entries, 4).parts['network'] = { state: 'withheld' }))],
  [
    'a part hidden, and not asked for',
    changed((it) => {
      at(it.entries, 4).parts['network'] = { state: 'withheld' };
      it.request.disclose = it.request.disclose.filter((name) => name !== 'network');
    }),
  ],
  ['another reason', changed((it) => (it.request.reason = 'Anfrage'))],
  ['another operator', changed((it) => (it.request.operator = 'somebody'))],
  ['another controller', changed((it) => (it.controller.name = 'Somebody Ltd'))],
  ['made on another day', changed((it) => (it.at = '2027-01-01T00:00:00.000Z'))],
  [
    'a checkpoint of the future',
    changed((it) => (it.log.checkpoint = it.log.checkpoint!.replace(/\n\d+\n/, '\n99999\n'))),
  ],
  [
    'a checkpoint of the future, signed by a stranger',
    async () => {
      const note = await signNote(checkpointOf(theirs.log.checkpoint!).replace(/\n\d+\n/, '\n99999\n'), [STRANGER]);
      return fileOf(forge(theirs, ({ log }) => Object.assign(log, { checkpoint: note, keys: [KEY, STRANGER_KEY] })));
    },
  ],
  ['a checkpoint of the past', changed((it) => (it.log.checkpoint = at(it.log.anchors, 0).checkpoint))],
  ['an anchor of another history', changed((it, other) => (it.log.anchors = other.log.anchors))],
  ['a proof cut short', changed((it) => at(it.entries, 4).proof!.path.pop())],
  ['the proof of another step', changed((it) => (at(it.entries, 4).proof = at(it.entries, 2).proof))],
  [
    'no proof for what was changed',
    changed((it) => {
      cutWithdrawal(it);
      for (const entry of it.entries) entry.proof = null;
    }),
  ],
  [
    'no log for what was changed',
    changed((it) => {
      cutWithdrawal(it);
      for (const entry of it.entries) entry.proof = null;
      Object.assign(it.log, { checkpoint: null, keys: [], anchors: [] });
    }),
  ],
  [
    'a dossier with another file attached at its end',
    async () =>
      Buffer.concat([
        Buffer.from(await dossier(theirs, undefined, 'de')),
        Buffer.from(await dossier(others, undefined, 'de')),
      ]),
  ],
])('%s: not good', async (_attack, make) => {
  const file = Buffer.from(await make());
  expect(file.equals(Buffer.from(fileOf(theirs)))).toBe(false);
  const readers: Trusted[] = [
    { keys: [KEY] },
    {},
    { host: { name: 'consent.example.com', keys: [KEY] } },
    { remembered: [{ key: KEY, since: theirs.at }] },
    { checkpoint: theirs.log.checkpoint! },
  ];
  for (const trusted of readers) {
    expect((await checkFile(file, { ...trusted, readStamp: readTimestamp })).verdict).not.toBe('good');
  }
});

test('what is attacked is good by itself', async () => {
  for (const bundle of [theirs, others]) {
    const { claims } = await checkFile(Buffer.from(fileOf(bundle)), { keys: [KEY], readStamp: readTimestamp });
    expect(headlineOf(claims)).toBe('good');
  }
});
