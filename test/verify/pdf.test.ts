import type { Bundle } from '../../shared/evidence/bundle';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { canonicalJson } from '../../shared/canonical';
import type { PdfProblem } from '../../shared/verify/other-file';
import { readAttachment } from '../../shared/verify/pdf/attachment';
import { sampleBundle } from '../evidence/sample-bundle';
import { moved, PDF_FORGERIES, pdfSample, type PdfSample } from './pdf-forgeries';

let bundle: Bundle;
let other: Bundle;
let sample: PdfSample;
beforeAll(async () => {
  [bundle, other] = [await sampleBundle({ others: 5 }), await sampleBundle({ others: 5, withdrawn: false })];
  sample = await pdfSample(bundle, other);
});

async function problemOf(file: Uint8Array): Promise<PdfProblem | 'none'> {
  const found = await readAttachment(new Uint8Array(file));
  return 'problem' in found ? found.problem : 'none';
}

test('a dossier as it was made gives what is attached to it', async () => {
  for (const language of ['de', 'en'] as const) {
    const made = await dossier(other, undefined, language);
    const found = await readAttachment(new Uint8Array(made));
    expect('bytes' in found && Buffer.from(found.bytes).toString()).toBe(canonicalJson(other));
  }
});

test.each(PDF_FORGERIES)('with %s it is refused', async (_what, change, problem) => {
  expect(await problemOf(await change(sample))).toBe(problem);
});

test('a small file that is large when unpacked is not unpacked', async () => {
  const { text } = sample;
  const { deflateSync } = await import('node:zlib');
  const bomb = deflateSync(Buffer.alloc(300 * 2 ** 20)).toString('latin1');
  const [whole = '', length = ''] =
    /\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/.exec(text.slice(text.indexOf('/Type /EmbeddedFile'))) ?? [];
  const start = text.indexOf(whole, text.indexOf('/Type /EmbeddedFile')) + whole.length;
  const packed = text.slice(start, start + Number(length));
  const file = moved(text, `${whole}${packed}`, `${whole.replace(length, String(bomb.length))}${bomb}`);
  const found = await readAttachment(new Uint8Array(file));
  expect('bytes' in found && found.bytes.length).toBeLessThan(70 * 2 ** 20);
});
