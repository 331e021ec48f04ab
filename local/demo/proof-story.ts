import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sayFinding } from '../../shared/verify/say';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { ANNA } from './consent-story';
import { evidenceOf, readBundle } from './site';
import { expect, type Chapter } from './timeline';
import type { Visitor } from './visitor';

/** The folder of the files that the story leaves behind. */
const FOLDER = path.join('.local', 'demo');

/** Evidence that proves itself: checked with the log's public key alone, without trust in its operator. */
export function proofStory(visitor: Visitor): Chapter[] {
  let key = '';
  let file: Buffer = Buffer.alloc(0);
  return [
    {
      title: 'The proof stands alone',
      play: async (timeline) => {
        await timeline.step('Everybody can see the log’s signed checkpoint, and its key', async () => {
          key = (await (await visitor.get('/log/keys')).text()).trim();
          const [origin, size] = (await (await visitor.get('/log/checkpoint')).text()).split('\n');
          return [`${origin}: ${size} entries`, key];
        });
        await timeline.step('An hour later it lies in write-once storage', () => archived(visitor));
        await timeline.step('The evidence file verifies: offline, by the key alone', async () => {
          file = await evidenceOf(visitor, ANNA);
          return [verified(file, key), await saved('evidence.json', file)];
        });
        await timeline.step('So does one that names nobody', async () => {
          const redacted = await evidenceOf(visitor, ANNA, 'application/json', ['network', 'reading']);
          expect(!redacted.includes('nna.muster'), 'the address is in it');
          return verified(redacted, key);
        });
        await timeline.step('The dossier is a PDF, with the evidence file inside', async () => {
          const pdf = await evidenceOf(visitor, ANNA, 'application/pdf');
          expect(pdf.subarray(0, 5).toString() === '%PDF-', 'it is no PDF');
          return saved('evidence.pdf', pdf);
        });
        await timeline.step('A copy that says she consented a minute earlier fails', async () => {
          const tampered = aMinuteEarlier(file);
          return [refuted(tampered, key), await saved('evidence-tampered.json', tampered)];
        });
      },
    },
  ];
}

/** The archive takes a checkpoint an hour; evidence made afterwards leads to it. */
async function archived(visitor: Visitor): Promise<string> {
  await visitor.advance('PT1H');
  const anchors = async () => readBundle(await evidenceOf(visitor, ANNA)).log.anchors;
  const [first] = await visitor.eventually(anchors, ({ length }) => length > 0, 'no checkpoint was archived');
  return `the checkpoint of ${first?.checkpoint.split('\n')[1]} entries spans all that Anna did`;
}

function verified(file: Buffer, key: string): string {
  const { verdict, claims } = verifyBundle(file, { keys: [key] });
  expect(verdict === 'good', `it is ${verdict}`);
  return `${claims.length} of ${claims.length} claims hold`;
}

function refuted(file: Buffer, key: string): string {
  const { verdict, claims } = verifyBundle(file, { keys: [key] });
  expect(verdict === 'bad', `it is ${verdict}`);
  const [finding] = claims.flatMap(({ findings }) => findings);
  return finding ? sayFinding(finding, 'en') : '';
}

function aMinuteEarlier(file: Buffer): Buffer {
  const given = readBundle(file).entries.find(({ entry }) => entry.type === 'ConsentGiven')?.entry.at ?? '';
  const earlier = new Date(Date.parse(given) - 60_000).toISOString();
  return Buffer.from(file.toString().replaceAll(given, earlier));
}

async function saved(name: string, content: Buffer): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = path.join(FOLDER, name);
  await writeFile(file, content);
  return `${file} (${Math.ceil(content.length / 1000)} KB)`;
}
