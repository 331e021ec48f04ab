import { readTimestamp } from '../../shared/archive/timestamp';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Report } from '../../shared/verify/report';
import { verifyTimestamps } from '../../shared/verify/verify-bundle';
import { startAuthority, type Authority } from '../archive/authority';
import { sampleBundle } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { fileOf, forge, type Loose } from './forge';
import { verifyVouched } from './vouched';

let authority: Authority;
let plain: Bundle;
beforeAll(async () => {
  [authority, plain] = [await startAuthority(), await sampleBundle({ others: 10 })];
});
afterAll(() => authority.stop());

/** After the steps that the anchor spans, before the evidence was made. */
const STAMPED = '2026-11-03T10:00:00.000Z';

/** The bundle with a timestamp over that text at its anchor. */
async function stamped(text: string, change = (tsr: Buffer): Buffer => tsr, at = STAMPED): Promise<string> {
  authority.at = new Date(at);
  const tsr = Buffer.from(await askForTimestamp(authority.url, Buffer.from(text)));
  return fileOf(forge(plain, ({ log }) => (log.anchors[0]!.timestamp = change(tsr).toString('base64'))));
}

const checkpoint = (): string => plain.log.anchors[0]!.checkpoint;
const check = (file: string): Promise<Report> => verifyTimestamps(file, verifyVouched(file), readTimestamp);
const timestamps = ({ claims }: Report) => claims.find(({ id }) => id === 'timestamps');

test('are open until somebody looks at them', async () => {
  const report = verifyVouched(await stamped(checkpoint()));
  expect(report.verdict).toBe('open');
  expect(timestamps(report)?.findings).toEqual([{ code: 'timestampUnread', which: 1 }]);
});

test('say when, and by whom, steps were there', async () => {
  const report = await check(await stamped(checkpoint()));
  expect(report.verdict).toBe('good');
  expect(timestamps(report)?.notes).toMatchObject([
    { code: 'stampedAt', at: STAMPED, authority: 'CN=Test Timestamps, O=Test, Inc.', covered: 3 },
  ]);
});

test('of something else fail', async () => {
  const report = await check(await stamped(plain.log.checkpoint ?? ''));
  expect(report.verdict).toBe('bad');
  expect(timestamps(report)?.findings).toEqual([{ code: 'timestampOther', which: 1 }]);
});

test('with a changed signature fail', async () => {
  const changed = (tsr: Buffer): Buffer => Buffer.from(tsr.map((byte, n) => (n === tsr.length - 1 ? byte ^ 1 : byte)));
  expect(timestamps(await check(await stamped(checkpoint(), changed)))?.findings).toEqual([
    { code: 'timestampForged', which: 1 },
  ]);
});

test.each<[string, string]>([
  ['from before a step that they are over', '2026-11-02T08:15:00.000Z'],
  ['from after the evidence was made', '2026-11-25T10:06:00.000Z'],
])('%s count for nothing: one of the clocks is wrong', async (_, time) => {
  const report = await check(await stamped(checkpoint(), undefined, time));
  expect(report.verdict).toBe('open');
  expect(timestamps(report)).toMatchObject({ notes: [], findings: [{ code: 'timestampAtOdds', which: 1, at: time }] });
});

test('may be a little early or late, as clocks differ', async () => {
  for (const time of ['2026-11-02T08:17:00.000Z', '2026-11-25T10:04:00.000Z'])
    expect((await check(await stamped(checkpoint(), undefined, time))).verdict).toBe('good');
});

describe('where a file has several archived checkpoints', () => {
  const [one, other] = [testWitness('witness.example/w1', 21), testWitness('other-witness.example', 22)];
  const several = (): Promise<Bundle> =>
    sampleBundle({
      others: 30,
      cosigned: [
        { by: one, stage: 'early', at: STAMPED },
        { by: other, stage: 'before-reading', at: '2026-11-24T10:00:00.000Z' },
      ],
    });
  const stampOf = async (text: string): Promise<string> => {
    authority.at = new Date(STAMPED);
    return Buffer.from(await askForTimestamp(authority.url, Buffer.from(text))).toString('base64');
  };

  test('those without one are passed over, and the others keep their places', async () => {
    const timestamp = await stampOf('something else');
    const file = fileOf(forge(await several(), ({ log }) => (log.anchors[1]!.timestamp = timestamp)));
    expect(timestamps(await check(file))?.findings).toEqual([{ code: 'timestampOther', which: 2 }]);
  });

  test('one over what is no checkpoint is over no step', async () => {
    const timestamp = await stampOf('none');
    const change = ({ log }: Loose<Bundle>) => Object.assign(log.anchors[0]!, { checkpoint: 'none', timestamp });
    const report = await check(fileOf(forge(await several(), change)));
    expect(report.verdict).toBe('bad');
    expect(timestamps(report)?.notes).toMatchObject([{ code: 'stampedAt', covered: 0 }]);
  });
});

test('that are none fail', async () => {
  const cut = (tsr: Buffer): Buffer => tsr.subarray(0, 40);
  expect(timestamps(await check(await stamped(checkpoint(), cut)))?.findings).toEqual([
    { code: 'timestampUnreadable', which: 1 },
  ]);
});

test('that are not there change nothing', async () => {
  const report = verifyVouched(fileOf(plain));
  expect(await verifyTimestamps(fileOf(plain), report, readTimestamp)).toBe(report);
  expect(timestamps(report)).toBeUndefined();
});
