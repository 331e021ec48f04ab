import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTimestamp } from '../../shared/archive/timestamp';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import { checkNotices } from '../../shared/verify/claims/notices';
import { summarize } from '../../shared/verify/claims/summarize';
import { checkWitnesses } from '../../shared/verify/claims/witnesses';
import { openCheckpoints } from '../../shared/verify/claims/checkpoint';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Entry } from '../../shared/verify/format';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { expectLittleTime } from '../cpu-time';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { at, fileOf, forge, type Loose } from './forge';
import { relogged } from './relogged';

/*
 * What those could try who keep the log, and so sign what they like: where a file contradicts itself, it is not good all the
 * same. And what a file could be made of so that its check breaks down, or never ends.
 */

const KEY = verifierKey(SIGNER);
let plain: Bundle;
beforeAll(async () => void (plain = await sampleBundle({ others: 30 })));

const found = (file: string | Uint8Array): string[] =>
  verifyBundle(file, { keys: [KEY] }).claims.flatMap(({ id, state, findings }) =>
    state === 'holds' || state === 'none' ? [] : findings.map(({ code }) => `${id} ${state}: ${code}`),
  );

const kept = async (change: (bundle: Loose<Bundle>) => void): Promise<string> => fileOf(await relogged(plain, change));

test('what the keeper makes without a contradiction is good: nobody else was there', async () => {
  expect(found(await kept(() => undefined))).toEqual([]);
});

describe('times that cannot be', () => {
  test('a step before the one that it follows', async () => {
    const file = await kept((it) => (at(it.entries, 3).entry.at = '2026-11-01T00:00:00.000Z'));
    expect(found(file)).toEqual(['chain fails: timeBackwards']);
  });

  test('a withdrawal that lies after the evidence of it', async () => {
    const file = await kept((it) => {
      at(it.entries, 4).entry.at = '2026-12-20T18:40:00.777Z';
      for (const purpose of at(it.records, 0).purposes) purpose.since = '2026-12-20T18:40:00.777Z';
    });
    expect(found(file)).toEqual(['chain fails: timeBackwards']);
  });

  test('evidence from before the steps that it shows', async () => {
    const file = await kept((it) => (it.at = at(it.entries, -1).entry.at = '2026-11-19T10:00:00.000Z'));
    expect(found(file)).toEqual(['chain fails: timeBackwards']);
  });

  test.each([
    '2026-13-02T08:15:30.120Z',
    '2026-11-32T08:15:30.120Z',
    '2026-11-00T08:15:30.120Z',
    '2026-11-02T24:15:30.120Z',
  ])('a time that no calendar and no clock has: %s', async (time) => {
    const file = await kept((it) => (at(it.entries, 0).entry.at = time));
    expect(verifyBundle(file).claims).toMatchObject([
      { id: 'file', state: 'fails', findings: [{ code: 'misfit', place: '/entries/0/entry/at', expected: 'time' }] },
    ]);
  });

  test('a statement of a deletion that a witness saw before it was done', async () => {
    const witness = testWitness('witness.example/w1', 21);
    const golden = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');
    const closing = JSON.parse(golden) as {
      statement: { doneAt: string };
      log: { checkpoint: string; keys: string[]; witnesses: string[] };
    };
    const { log, statement } = closing;
    const checkpoint = log.checkpoint;
    const seen = async (seconds: number): Promise<string> => {
      log.checkpoint = checkpoint + witness.cosign(checkpoint, new Date(Date.parse(statement.doneAt) + seconds * 1000));
      log.witnesses = [witness.key];
      const means = { keys: log.keys, witnesses: [witness.key], readStamp: readTimestamp };
      const { verdict, claims } = await checkFile(Buffer.from(JSON.stringify(closing)), means);
      const { findings = [], notes = [] } = claims.find(({ id }) => id === 'witnesses') ?? {};
      return [verdict, ...[...findings, ...notes].map(({ code }) => code)].join(' ');
    };
    expect(await seen(60)).toBe('good cosigned');
    expect(await seen(-240)).toBe('good cosigned');
    expect(await seen(-360)).toBe('open cosignedAtOdds');
  });
});

test('a summary with a step of a later version in it is open, also where it follows from all others', async () => {
  const step = { site: 'demo', at: '2026-11-10T10:00:00.000Z', type: 'ConsentSuperseded', ends: 'all of them' };
  const file = fileOf(
    await sampleBundle({ others: 9, withdrawn: false, besides: [{ step: step as never, parts: {} }] }),
  );
  expect(found(file)).toEqual(['entries open: typeUnknown', 'summary open: typeUnknown']);
});

describe('more of a thing than anybody needs', () => {
  const many = <T>(count: number, of: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => of(n));
  const purpose = (n: number) => ({ id: `p${n}`, legalBasis: 'consent', noticeHash: 'A'.repeat(43) });
  const recordId = (n: number): string => Buffer.from(String(n).padStart(16, '0')).toString('base64url');

  test('wordings that are not there: 200,000 in one step', () => {
    const one = forge(plain, ({ entries }) => (at(entries, 2).entry.purposes = many(200_000, purpose) as never));
    expect(checkNotices(one as never).findings).toHaveLength(200_000);
  });

  test('steps that a witness saw: 500,000', async () => {
    const witness = testWitness('witness.example/w1', 21);
    const cosigned = [{ by: witness, stage: 'newest', at: '2026-11-25T10:00:01.000Z' }] as const;
    const seen = await sampleBundle({ others: 30, cosigned });
    const crowded = { ...seen, entries: many(500_000, () => at(seen.entries, 0)) } as never;
    expect(checkWitnesses(crowded, openCheckpoints(seen), [witness.key])).toMatchObject([{ state: 'holds' }]);
  });

  test('purposes, and records that each step could end: tens of thousands', () => {
    const [begins, , , , ends] = plain.entries.map(({ entry }) => entry as Entry);
    const records = many(20_000, (n) => ({ ...begins!, recordId: recordId(n), purposes: [purpose(0)] }));
    const withdrawals = many(20_000, () => ({ ...ends!, purposes: [purpose(0)] }));
    const wide = [
      { ...begins!, purposes: many(50_000, purpose) },
      { ...ends!, purposes: many(50_000, purpose) },
    ];
    expectLittleTime(() => {
      const ended = summarize([...records, ...withdrawals], plain.at);
      expect(ended.every(({ purposes }) => purposes[0]?.status === 'ConsentRefused')).toBe(true);
      expect(summarize(wide, plain.at)[0]?.purposes).toHaveLength(50_000);
    });
  });

  test('bytes: more than JavaScript has texts for', async () => {
    const report = await checkFile(Buffer.alloc(2 ** 28 + 1), { readStamp: readTimestamp });
    expect(report).toMatchObject({
      verdict: 'bad',
      claims: [{ findings: [{ code: 'tooLarge', megabytes: 256 }] }],
    });
  });
});
