import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bytesOf, keptMail } from '../../shared/inbox/kept-mail';
import { readReceipts } from '../../shared/inbox/receipt';
import { readMail } from '../../shared/inbox/received-mail';
import { shownMail } from '../../shared/inbox/shown-mail';
import { mime } from './mails';

const RING = { current: 1, keys: new Map([[1, 'key']]) };

test('what SES tells of a mail is read, and nothing else is taken for it', () => {
  const event = readFileSync(path.join(__dirname, '../../events/inbox-mail.json'), 'utf8');
  expect(readReceipts(JSON.parse(event))).toEqual([
    {
      id: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
      receivedAt: new Date('2026-11-22T09:15:30.123Z'),
      returnPath: 'erika.mustermann@example.com',
      recipients: ['datenschutz@demo.example'],
      isSpam: false,
      isVirus: false,
      spf: 'PASS',
      dkim: 'PASS',
      dmarc: 'PASS',
    },
  ]);
  expect(() => readReceipts({ Records: [{ Sns: {} }] })).toThrow();
});

describe('a mail in the vault', () => {
  const text = 'Größe: 5 €? Nein, 6 £.\n';

  test.each(['quoted-printable', 'base64', undefined] as const)('is the mail byte by byte (%s)', async (encoding) => {
    const raw = mime({ text, ...(encoding && { encoding }) });
    const kept = await keptMail(raw, await readMail(raw), RING);
    expect(Buffer.from(bytesOf(kept))).toEqual(raw);
    expect((await shownMail(kept)).text.trim()).toBe(text.trim());
  });

  test('is that also where it is no UTF-8', async () => {
    const raw = mime({ text: 'Größe: 5 £\n', encoding: 'latin1-8bit' });
    const kept = await keptMail(raw, await readMail(raw), RING);
    expect(kept.raw).toMatch(/^X-Kept-As: ISO-8859-1\r\n/);
    expect(Buffer.from(bytesOf(kept))).toEqual(raw);
    expect((await shownMail(kept)).text.trim()).toBe('Größe: 5 £');
  });
});
