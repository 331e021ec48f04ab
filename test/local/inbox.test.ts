import { SendEmailCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Clock } from '../../local/clock';
import { serve } from '../../local/http';
import { sesEndpoint } from '../../local/ses/endpoint';
import { Inbox } from '../../local/ses/inbox';
import { pageWords } from '../../local/page-words';
import { inboxPage } from '../../local/ses/inbox-page';
import { temporaryFolder } from './folder';

const folder = path.join(temporaryFolder(), 'inbox');
const clock = new Clock(0);
let inbox: Inbox;
let server: Awaited<ReturnType<typeof serve>>;
let ses: SESClient;

beforeAll(async () => {
  inbox = await Inbox.open(folder);
  server = await serve(sesEndpoint({ inbox, clock }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  ses = new SESClient({ endpoint: server.url, region: 'eu-central-1', credentials });
});
afterAll(async () => {
  ses.destroy();
  await server.close();
});

const RAW = [
  'From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <joerg@example.com>',
  'To: Anna <anna@example.org>',
  'Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=',
  'List-Unsubscribe: <https://example.com/unsubscribe/abc>,',
  ' <mailto:off@example.com>',
  'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Sch=C3=B6ne Gr=C3=BC=C3=9Fe: https://example.com/confirm/ab=',
  'cd?x=3D1. (https://example.com/b)',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p><a href="https://example.com/c?x=1&amp;y=2">c</a> <a href="https://example.com/b">b</a></p>',
  '--inner--',
  '--outer',
  'Content-Type: application/pdf; name=a.pdf',
  'Content-Disposition: attachment; filename=a.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'aHR0cHM6Ly9leGFtcGxlLmNvbS9ub3QtYS1saW5r',
  '--outer--',
  '',
].join('\r\n');

const send = (Destinations?: string[]) =>
  ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(RAW) }, ...(Destinations && { Destinations }) }));

describe('the inbox behind SES', () => {
  test('shows a mail with attachment and umlauts as the sender meant it', async () => {
    const { MessageId } = await send();
    const [mail] = await inbox.list();
    expect(mail).toMatchObject({
      id: MessageId,
      to: ['anna@example.org'],
      from: 'joerg@example.com',
      subject: 'Grüße',
      raw: RAW,
      links: ['https://example.com/confirm/abcd?x=1', 'https://example.com/b', 'https://example.com/c?x=1&y=2'],
    });
    expect(mail?.headers).toMatchObject({
      from: 'Jörg Müller <joerg@example.com>',
      'list-unsubscribe': '<https://example.com/unsubscribe/abc>, <mailto:off@example.com>',
    });
    expect(mail?.text).toContain('Schöne Grüße');
    expect(mail?.html).toContain('<p>');
  });

  test('lists the newest first, at the stack’s time, and where a mail was really sent', async () => {
    clock.moveTo(60 * 60 * 1000);
    const { MessageId } = await send(['blind@example.org']);
    const [newest, older] = await inbox.list();
    expect(newest).toMatchObject({ id: MessageId, to: ['blind@example.org'] });
    expect(Date.parse(newest?.at ?? '') - Date.parse(older?.at ?? '')).toBeGreaterThan(3_500_000);
  });

  test('has no address in the names of its files', () => {
    expect(readdirSync(folder).join()).not.toMatch(/@|anna|blind/);
  });

  test('refuses what SES would refuse, in a way that its client understands', async () => {
    const empty = ses.send(new SendRawEmailCommand({ RawMessage: { Data: new Uint8Array() } }));
    await expect(empty).rejects.toMatchObject({ name: 'InvalidParameterValue', $metadata: { httpStatusCode: 400 } });
    const other = new SendEmailCommand({ Source: 'a@example.com', Destination: {}, Message: undefined });
    await expect(ses.send(other)).rejects.toMatchObject({ name: 'InvalidAction' });
  });

  test('has a page that unsubscribes as a mail program does, and that no mail can break out of', async () => {
    const words = pageWords({ headers: { 'accept-language': 'en-GB' } });
    const [mail] = await inbox.list();
    const hostile = mail ? [{ ...mail, subject: '<script>', html: '"><script>alert(1)</script>' }] : [];
    const page = inboxPage(hostile, words);
    expect(page).toContain('action="https://example.com/unsubscribe/abc"');
    expect(page).toContain('name="List-Unsubscribe" value="One-Click"');
    expect(page).not.toContain('<script>');
    expect(inboxPage([], words)).toContain('No mail yet');
  });
});
