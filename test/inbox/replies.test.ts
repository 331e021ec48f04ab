import { ownWords } from '../../shared/inbox/own-words';
import { readMail, writerOf } from '../../shared/inbox/received-mail';
import { recognise } from '../../shared/inbox/recognise';
import { mime } from './mails';
import { REPLIES } from './replies';

async function wishIn(text: string): Promise<string | undefined> {
  const mail = await readMail(mime({ subject: 'AW: Unser Newsletter', text }));
  return recognise(mail.subject, ownWords(mail.text), writerOf(mail)).wish;
}

describe.each(REPLIES)('an answer by %s', (_, below) => {
  test('has what its writer says, above', async () => {
    expect(await wishIn(`Bitte melden Sie mich vom Newsletter ab.\n\n${below}`)).toBe('withdrawal');
    expect(await wishIn(`Guten Tag,\nbitte nehmen Sie mich aus dem Verteiler.\nViele Grüße\nErika\n\n${below}`)).toBe(
      'withdrawal',
    );
  });

  test('has nothing of what it quotes', async () => {
    expect(await wishIn(`Vielen Dank!\n\n${below}`)).toBeUndefined();
    expect(await wishIn(below)).toBeUndefined();
  });
});

test('Latin-1 that a mail does not declare is read as what it is', async () => {
  const raw = Buffer.from(
    'From: e@example.com\r\nSubject: AW: x\r\n\r\nBitte l\xf6schen Sie mich aus dem Verteiler.\r\n',
    'latin1',
  );
  const mail = await readMail(raw);
  expect(recognise(mail.subject, ownWords(mail.text), writerOf(mail)).wish).toBe('withdrawal');
});

describe('work grows as the mail does', () => {
  /** How many characters regular expressions are given, which is what they cost. */
  function workOn(text: string): number {
    const exec = jest.spyOn(RegExp.prototype, 'exec');
    const match = jest.spyOn(RegExp.prototype, 'test');
    try {
      ownWords(text);
      return [...exec.mock.calls, ...match.mock.calls].reduce((sum, [given]) => sum + given.length, 0);
    } finally {
      exec.mockRestore();
      match.mockRestore();
    }
  }

  test.each([
    ['lines', 'ja\n'],
    ['quoted lines', '> ja\n'],
    ['lines that end like attributions', 'Am 1.1.2026 schrieb x:\n> x\n'],
    ['heads that are none', 'Datum: x\n'],
    ['long lines', `${'x '.repeat(2_000)}\n`],
    ['goodbyes', 'Viele Grüße\n'],
  ])('of %s', (_, line) => {
    const few = workOn(line.repeat(Math.ceil(8_000 / line.length)));
    const many = workOn(line.repeat(Math.ceil(32_000 / line.length)));
    expect(many).toBeLessThan(few * 4.5);
    expect(workOn(line.repeat(Math.ceil(1_000_000 / line.length)))).toBeLessThan(few * 10);
  });
});
