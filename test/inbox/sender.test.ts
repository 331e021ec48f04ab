import { dkimSign } from 'mailauth/lib/dkim/sign';
import { readMail } from '../../shared/inbox/received-mail';
import { isProvenSender } from '../../shared/inbox/sender';
import { FOREIGN_SERVER, NOW, PRIVATE_KEY, receiptOf, signed } from './dkim';
import { SENDERS, type Incoming } from './senders';

async function isProven({
  raw,
  ip = FOREIGN_SERVER,
  sender = 'x@elsewhere.example',
  said,
}: Incoming): Promise<boolean> {
  const bytes = Buffer.from(raw, 'latin1');
  return isProvenSender(await readMail(bytes), bytes, { ...(await receiptOf(raw, { ip, sender })), ...said });
}

beforeAll(() => jest.useFakeTimers({ now: NOW, doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
afterAll(() => jest.useRealTimers());

test('the table is worth its name', () => {
  expect(SENDERS.length).toBeGreaterThanOrEqual(100);
  expect(new Set(SENDERS.map(([name]) => name)).size).toBe(SENDERS.length);
});

test.each(SENDERS)('%s', async (_, mail, expected) => {
  expect(await isProven(mail)).toBe(expected);
});

const RAW =
  'From: Erika <erika@example.com>\r\nTo: demo@inbox.example\r\nSubject: Abmeldung\r\nDate: Sun, 22 Nov 2026 10:15:28 +0100\r\n' +
  'MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nabmelden\r\n';

test('a signature that a library made proves who wrote', async () => {
  const signing = { signingDomain: 'example.com', selector: 's1', privateKey: PRIVATE_KEY };
  const { signatures } = await dkimSign(RAW, { ...signing, signatureData: [signing] });
  expect(await isProven({ raw: signatures + RAW })).toBe(true);
  expect(await isProven({ raw: signatures + RAW.replace('Abmeldung', 'Abmeldung!') })).toBe(false);
});

describe('whatever is put into the head of a signed mail', () => {
  const raw = signed(RAW);
  const lines = raw.split('\r\n');
  const end = lines.indexOf('');
  const FIELDS = ['From', 'Sender', 'To', 'Cc', 'Subject', 'Date', 'Content-Type', 'Content-Transfer-Encoding'];

  test.each(FIELDS)('as another %s proves nothing, wherever it is', async (name) => {
    for (let at = 0; at <= end; at++) {
      for (const line of [`${name}: demo@inbox.example`, `${name.toUpperCase()} : x`, `\u00a0${name}: x`]) {
        const forged = [...lines.slice(0, at), line, ...lines.slice(at)].join('\r\n');
        expect({ line, at, isProven: await isProven({ raw: forged }) }).toEqual({ line, at, isProven: false });
      }
    }
  });
});
