import type { Bundle } from '../../shared/evidence/bundle';
import { verifierKey } from '../../shared/log/note';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { CLAIMS } from '../../shared/verify/report';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sayFinding, sayNote } from '../../shared/verify/say';
import { LANGUAGES } from '../../shared/words/languages';
import { claimOf, faults, fileOf, forge, type Loose } from './forge';
import { FORGERIES } from './forgeries';
import { resigned, STRANGER_KEY } from './stranger';

let good: Bundle;
let other: Bundle;
beforeAll(async () => {
  good = await sampleBundle();
  other = await sampleBundle({ others: 40 });
});

test('the one that is changed here is good', () => {
  expect(faults(fileOf(good))).toEqual([]);
});

test.each(FORGERIES)('%s', (_what, change, ...expected) => {
  const forged = forge(good, (bundle) => change(bundle, structuredClone(other) as Loose<Bundle>));
  expect(faults(fileOf(forged))).toEqual(expected);
  expectSaid(fileOf(forged));
});

/** What takes more than the file is in tests of its own, and so is the claim of another file, a closing statement. */
const ELSEWHERE = ['file', 'origin', 'timestamps', 'kept', 'witnesses', 'closing'];
const BY_THE_FILE = CLAIMS.filter((id) => !ELSEWHERE.includes(id));
test.each(BY_THE_FILE)('%s catches something that no other claim does', (id) => {
  const alone = FORGERIES.filter(([, , ...expected]) => expected.length === 1 && expected[0]?.startsWith(`${id}: `));
  expect(alone).not.toEqual([]);
});

/** Whatever is found can be said, in both languages, and says where. */
function expectSaid(file: string): void {
  for (const { findings, notes } of verifyBundle(file).claims) {
    for (const language of LANGUAGES) {
      const said = [...findings.map((it) => sayFinding(it, language)), ...notes.map((it) => sayNote(it, language))];
      expect(said.filter((text) => !/^\S.+[.\w=]$/.test(text) || /undefined|NaN|\[object/.test(text))).toEqual([]);
    }
  }
}

describe('a log of another key', () => {
  test('is nobody’s that is known', async () => {
    const file = fileOf(await resigned(good));
    expect(faults(file)).toEqual([]);
    expect(verifyBundle(file).verdict).toBe('open');
    expect(claimOf('origin', file).findings).toEqual([{ code: 'keyUnknown', key: STRANGER_KEY }]);
  });

  test('fails for whoever knows the key', async () => {
    const file = fileOf(await resigned(good));
    expect(faults(file, { keys: [verifierKey(SIGNER)] })).toEqual(['origin: keyNotGiven']);
    expect(faults(file, { keys: [STRANGER_KEY, verifierKey(SIGNER)] })).toEqual([]);
  });

  test('fails for whoever kept a checkpoint', async () => {
    expect(faults(fileOf(await resigned(good)), { checkpoint: good.log.checkpoint! })).toEqual([
      'kept: signatureUnknown',
    ]);
  });

  test('fails with its key changed and the signatures left', () => {
    const forged = forge(good, ({ log }) => (log.keys = [STRANGER_KEY]));
    expect(faults(fileOf(forged))).toEqual([
      'checkpoint: signatureUnknown',
      'origin: originUnsigned',
      'anchors: signatureUnknown',
    ]);
  });

  test('a key that is none does not pass for one', () => {
    expect(faults(fileOf(good), { keys: ['nonsense'] })).toEqual(['origin: givenKeyUnreadable']);
    expect(faults(fileOf(good), { witnesses: ['nonsense'] })).toEqual(['witnesses: givenKeyUnreadable']);
  });
});
