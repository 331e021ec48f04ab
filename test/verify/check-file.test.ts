import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTimestamp } from '../../shared/archive/timestamp';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import type { Report } from '../../shared/verify/report';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { fileOf } from './forge';
import { receiptAndLog, sourceOf } from './sample-receipt';
import { smallPdf, streamOf } from './small-pdf';

const CLOSING = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');
const KEY = verifierKey(SIGNER);
const means = { keys: [KEY], readStamp: readTimestamp };
const check = (file: string): Promise<Report> => checkFile(Buffer.from(file, 'latin1'), means);
const sha256 = (text: string): string => createHash('sha256').update(Buffer.from(text, 'latin1')).digest('hex');
const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

const SPECIFICATION = '<< /F (evidence.json) /UF (evidence.json) /EF << /F 2 0 R >> >>';
const pdfWith = (content: string): string => smallPdf([SPECIFICATION, streamOf(content, '/Type /EmbeddedFile ')]);

test('each kind is checked as what it is', async () => {
  const { receipt, log } = await receiptAndLog({ others: 2 });
  const ids = ({ verdict, claims }: Report): string => [verdict, ...claims.map(({ id }) => id)].join(' ');
  expect(ids(await check(latin1(CLOSING)))).toBe('good file closing checkpoint origin anchors');
  expect(ids(await check(latin1(receipt)))).toBe('open file entries summary notices log');
  const asked = await checkFile(Buffer.from(receipt), { ...means, log: sourceOf(log) });
  expect(ids(asked)).toBe('good file entries summary notices checkpoint origin log');
  expect(ids(await check(latin1(fileOf(await sampleBundle({ others: 2 })))))).toMatch(/^good file entries chain head/);
  expect(await check('Guten Tag')).toEqual({
    ...{ verdict: 'other', claims: [], other: 'noJson', hashes: { file: sha256('Guten Tag') } },
  });
});

test('a file that is attached to a PDF is checked in its place, and both have their hashes', async () => {
  const content = latin1(CLOSING);
  const pdf = pdfWith(content);
  const { hashes, ...report } = await check(pdf);
  expect(hashes).toEqual({ file: sha256(pdf), attachment: sha256(content) });
  const { hashes: own, ...alone } = await check(content);
  expect(own).toEqual({ file: sha256(content) });
  expect(report).toEqual(alone);
});

test('a PDF that has none, or was changed, is named for it', async () => {
  const [none, changed] = [smallPdf(['1', '2']), `${pdfWith('{}')}\n`];
  expect(await check(none)).toEqual({
    ...{ verdict: 'other', claims: [], other: 'pdfNoAttachment', hashes: { file: sha256(none) } },
  });
  expect(await check(changed)).toMatchObject({ verdict: 'other', other: 'pdfChanged' });
});

test('a timestamp of evidence is looked at', async () => {
  const bundle = structuredClone(await sampleBundle({ others: 9 }));
  Object.assign(bundle.log.anchors[0] ?? {}, { timestamp: 'AAAA' });
  const { claims } = await check(latin1(fileOf(bundle)));
  expect(claims.find(({ id }) => id === 'timestamps')?.findings).toEqual([{ code: 'timestampUnreadable', which: 1 }]);
});

test('a file of more than 256 MB is not looked at, and has its hash all the same', async () => {
  const file = new Uint8Array(256 * 1024 * 1024 + 1);
  const { verdict, claims, hashes } = await checkFile(file, means);
  expect([verdict, claims[0]?.findings]).toEqual(['bad', [{ code: 'tooLarge', megabytes: 256 }]]);
  expect(hashes?.file).toBe(createHash('sha256').update(file).digest('hex'));
});
