import { readTimestamp } from '../../shared/archive/timestamp';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { testWitness } from '../log/witness-key';
import { fileOf, forge } from './forge';

/* An attack that cannot be told from evidence of a log that has no archive, and gains nothing. */

const KEY = verifierKey(SIGNER);
const without = async (): Promise<Buffer> =>
  Buffer.from(fileOf(forge(await sampleBundle({ others: 40 }), ({ log }) => void (log.anchors = []))));

test('missing anchors: nothing commits to them, so the file is as good, and says that the times rest on nobody else', async () => {
  const file = await without();
  const report = await checkFile(file, { keys: [KEY], readStamp: readTimestamp });
  expect(report.verdict).toBe('good');
  const anchors = report.claims.find(({ id }) => id === 'anchors');
  expect(anchors).toMatchObject({ state: 'none', notes: [{ code: 'noAnchors' }] });
  expect(report.claims.some(({ id }) => id === 'timestamps')).toBe(false);
});

test('missing anchors, to hide that a witness did not see these steps: open for who asks for the witness', async () => {
  const file = await without();
  const report = await checkFile(file, {
    keys: [KEY],
    witnesses: [testWitness('witness.example/w1', 21).key],
    readStamp: readTimestamp,
  });
  expect(report.verdict).toBe('open');
  expect(report.claims.find(({ id }) => id === 'witnesses')?.findings).toMatchObject([{ code: 'notCosigned' }]);
});
