import { readFileSync } from 'node:fs';
import path from 'node:path';
import { leafHash, nodeHash } from '../../shared/hash';
import { signNote, verifierKey } from '../../shared/log/note';
import { verifyClosing } from '../../shared/verify/closing';
import type { Closing } from '../../shared/verify/closing-shape';
import type { Claim, Report } from '../../shared/verify/report';
import type { Trusted } from '../../shared/verify/verify-bundle';
import { SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { at, flip, type Loose } from './forge';

/* What is said of a statement that everything of a site was deleted, with its numbers and names. */

const GOLDEN = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');
const KEY = verifierKey(SIGNER);
const WITNESS = testWitness('witness.example/w1', 21);
const statement = JSON.parse(GOLDEN) as Closing;

const check = (text: string, trusted: Trusted = { keys: [KEY] }): Report => verifyClosing(Buffer.from(text), trusted);
const forged = (change: (file: Loose<Closing>) => unknown): string => {
  const file = JSON.parse(GOLDEN) as Loose<Closing>;
  change(file);
  return JSON.stringify(file);
};
const claimOf = ({ claims }: Report, id: Claim['id']): Claim | undefined => claims.find((each) => each.id === id);
const codes = ({ claims }: Report): string[] =>
  claims.flatMap(({ id, findings }) => findings.map(({ code }) => `${id}: ${code}`));

test('a good one holds, claim by claim, and is about its site alone', () => {
  const { verdict, claims, about } = check(GOLDEN);
  expect(verdict).toBe('good');
  expect(claims.map(({ id, state }) => `${id} ${state}`)).toEqual(
    ['file', 'closing', 'checkpoint', 'origin', 'anchors'].map((id) => `${id} holds`),
  );
  expect(claims.flatMap(({ notes }) => notes)).toEqual([{ code: 'otherVersionOpen' }, { code: 'keyGiven', key: KEY }]);
  const { site, lastDay, doneAt, deleted, copies } = statement.statement;
  const closed = { lastDay, doneAt, deleted, copies };
  expect(about).toEqual({ site, controller: 'Zettelkranich Software GmbH', addresses: null, records: [], closed });
});

test.each<[string, string, ...string[]]>([
  ['written in lines', JSON.stringify(statement, null, 2)],
  ['with a member twice', GOLDEN.trim().replace('{', '{"format":"consent-closing-statement/v1",'), 'file: keyTwice'],
  ['torn', GOLDEN.slice(0, 300), 'file: truncated'],
  ['with a member more', forged((it) => Object.assign(it.statement, { more: 1 })), 'file: misfit'],
  ['with another last day', forged(({ statement: it }) => (it.lastDay = '2026-10-30')), 'closing: closingChanged'],
  [
    'with another hash',
    forged(({ statement: it }) => (it.hash = flip(it.hash))),
    ...['closing: closingChanged', 'closing: closingNotInLog'],
  ],
  ['that is said to be elsewhere in the log', forged((it) => (it.proof.index = 0)), 'closing: closingNotInLog'],
  [
    'without the state from before the deletion',
    forged((it) => (it.log.anchors = [])),
    'closing: closingWithoutBefore',
  ],
  ['with a path that is no base64', forged((it) => (it.proof.path[0] = '!')), 'closing: closingNotInLog'],
  ['with a node that is too short', forged((it) => (it.proof.path[0] = 'AAAA')), 'closing: closingNotInLog'],
  [
    'without a checkpoint that can be read',
    forged((it) => (it.log.checkpoint = 'none')),
    ...['closing: closingNotInLog', 'checkpoint: checkpointUnreadable', 'origin: originUnsigned'],
    'anchors: noCheckpoint',
  ],
  [
    'that names no state from before, and has none',
    forged((it) => {
      it.statement.before = null;
      it.log.anchors = [];
    }),
    'closing: closingChanged',
  ],
])('one %s', (_, text, ...expected) => {
  expect(codes(check(text))).toEqual(expected);
});

test('one that names another state from before than it has says so, and what it has is gone through all the same', () => {
  const other = forged((it) => (it.statement.before = 'another one\n\n'));
  expect(codes(check(other))).toEqual(['closing: closingChanged', 'closing: closingWithoutBefore']);
  const none = check(forged((it) => (it.log.anchors = [])));
  expect(claimOf(none, 'anchors')?.notes).toEqual([{ code: 'noAnchors' }]);
});

test('a checkpoint that the reader kept says whose log it is', () => {
  const report = check(GOLDEN, { checkpoint: statement.log.checkpoint! });
  expect(claimOf(report, 'kept')?.state).toBe('holds');
  expect(claimOf(report, 'origin')?.notes).toEqual([{ code: 'keyOfKept', key: KEY }]);
  expect(claimOf(check(GOLDEN), 'kept')).toBeUndefined();
});

describe('a witness', () => {
  const doneAt = Date.parse(statement.statement.doneAt);
  const witnessed = (seconds: number, cosign: (log: Loose<Closing>['log'], time: Date) => void) =>
    forged(({ log }) => {
      log.witnesses = [WITNESS.key];
      cosign(log, new Date(doneAt + seconds * 1000));
    });
  const newest = (log: Loose<Closing>['log'], time: Date): void => {
    log.checkpoint += WITNESS.cosign(log.checkpoint!, time);
  };
  const said = (text: string, ...witnesses: readonly string[]): Claim | undefined =>
    claimOf(check(text, { keys: [KEY], witnesses }), 'witnesses');

  test('that the reader does not name is not asked for', () => {
    expect(said(witnessed(60, newest))).toBeUndefined();
  });

  test.each([
    [60, true],
    [-300, true],
    [-301, false],
  ])('that saw it %i seconds after it was done is believed: %s', (seconds, isBelieved) => {
    const time = new Date(doneAt + seconds * 1000).toISOString();
    const { name } = WITNESS;
    expect(said(witnessed(seconds, newest), WITNESS.key)).toEqual({
      id: 'witnesses',
      state: isBelieved ? 'holds' : 'open',
      findings: isBelieved ? [] : [{ code: 'cosignedAtOdds', name, at: time }],
      notes: isBelieved ? [{ code: 'cosigned', name, at: time, size: 2, covered: 1 }] : [],
    });
  });

  test('that saw only what was before has not seen it', () => {
    const early = (log: Loose<Closing>['log'], time: Date): void => {
      at(log.anchors, 0).checkpoint += WITNESS.cosign(at(log.anchors, 0).checkpoint, time);
    };
    expect(said(witnessed(60, early), WITNESS.key)).toMatchObject({
      state: 'open',
      findings: [{ code: 'notCosigned', name: WITNESS.name }],
      notes: [],
    });
  });

  test.each<[string, (log: Loose<Closing>['log']) => unknown]>([
    ['the checkpoint', (log) => (log.checkpoint = 'none')],
    ['an anchor', (log) => (at(log.anchors, 0).checkpoint = 'none')],
  ])('saw nothing where %s cannot be read', (_, change) => {
    expect(
      said(
        forged(({ log }) => change(log)),
        WITNESS.key,
      )?.findings,
    ).toEqual([{ code: 'notCosigned', name: WITNESS.name }]);
  });

  test('whose key nobody can read is named', () => {
    expect(said(GOLDEN, 'unreadable')).toMatchObject({
      state: 'fails',
      findings: [{ code: 'givenKeyUnreadable', key: 'unreadable' }],
    });
  });

  test('says nothing by a checkpoint that somebody else forged a signature of', () => {
    const file = witnessed(60, (log, time) => {
      newest(log, time);
      log.checkpoint = log.checkpoint!.replace(/(?<=— consent\.example\.com\/log .{20})./, (one) =>
        one === 'A' ? 'B' : 'A',
      );
    });
    expect(said(file, WITNESS.key)?.findings).toEqual([{ code: 'notCosigned', name: WITNESS.name }]);
  });

  test('may have cosigned an earlier state that has the statement, if the file’s own continues it', async () => {
    const other = testWitness('other-witness.example', 22);
    const next = leafHash(Buffer.from('next'));
    const [first, own] = [at(statement.proof.path, 0), leafHash(Buffer.from(statement.statement.hash, 'base64url'))];
    const root = nodeHash(nodeHash(Buffer.from(first, 'base64'), own), next);
    const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
    const checkpoint = await signNote(`${statement.log.origin}\n3\n${base64(root)}\n`, [SIGNER]);
    const [early, late] = [60, 90].map((seconds) => new Date(doneAt + seconds * 1000)) as [Date, Date];
    const grown = (consistency: string[]): string =>
      forged(({ log, proof }) => {
        log.witnesses = [WITNESS.key, other.key];
        const seen = log.checkpoint! + other.cosign(log.checkpoint!, late) + WITNESS.cosign(log.checkpoint!, early);
        log.anchors = [
          { ...at(log.anchors, 0), consistency: [base64(own), base64(next)] },
          { checkpoint: seen, consistency, timestamp: null },
        ];
        Object.assign(log, { checkpoint });
        proof.path.push(base64(next));
      });
    expect(codes(check(grown([base64(next)])))).toEqual([]);
    const { name } = WITNESS;
    expect(said(grown([base64(next)]), WITNESS.key)).toMatchObject({
      state: 'holds',
      notes: [{ code: 'cosigned', name, at: early.toISOString(), size: 2, covered: 1 }],
    });
    expect(said(grown([base64(own)]), WITNESS.key)?.findings).toEqual([{ code: 'notCosigned', name }]);
  });
});
