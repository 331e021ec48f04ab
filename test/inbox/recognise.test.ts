import { expectLittleTime } from '../cpu-time';
import fc from '../seeded';
import { automatic } from '../../shared/inbox/automatic';
import { ownWords } from '../../shared/inbox/own-words';
import { readMail, writerOf } from '../../shared/inbox/received-mail';
import { recognise } from '../../shared/inbox/recognise';
import { CERTAIN, type Read } from './certain-mails';
import { mime, type Written } from './mails';
import { AUTOMATIC, UNCERTAIN } from './uncertain-mails';

async function read(written: Written, returnPath = 'erika.mustermann@example.com'): Promise<Read> {
  const mail = await readMail(mime(written));
  if (automatic(mail, returnPath)) return 'automatic';
  const { wish, saysMore } = recognise(mail.subject, ownWords(mail.text), writerOf(mail));
  return wish ? `${wish}${saysMore ? '+' : ''}` : 'nothing';
}

describe('certain', () => {
  test.each(CERTAIN)('%s', async (_, written, expected) => {
    expect(await read(written)).toBe(expected);
  });
});

describe('for a person to read', () => {
  test.each(UNCERTAIN)('%s', async (_, written, expected) => {
    expect(await read(written)).toBe(expected);
  });
});

describe('nobody wrote', () => {
  test.each(AUTOMATIC.map(([name, written, returnPath = 'away@mail.example.com']) => ({ name, written, returnPath })))(
    '$name',
    async ({ written, returnPath }) => {
      expect(await read(written, returnPath)).toBe('automatic');
    },
  );
});

describe('whatever is said', () => {
  const wishes = CERTAIN.filter(([, { text, encoding }]) => text && !/[.!?,\n]./.test(text) && !encoding);

  test.each(wishes)('%s is no longer certain as a question, or in a quote', async (_, written) => {
    const text = (written.text ?? '').replace(/[.!]*$/, '');
    expect(await read({ text: `${text}?` })).not.toMatch(/^(?:withdrawal|objection)$/);
    expect(await read({ text: `> ${text}` })).toBe('nothing');
  });

  test('text that nobody has seen before is no wish', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 60 }), (text, subject) => {
        expect(recognise(subject, ownWords(text)).wish).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['quotes', `> ${'> '.repeat(40_000)}`],
    ['blanks', `am ${' '.repeat(80_000)}schrieb`],
    ['stops', '. '.repeat(60_000)],
    ['words', 'ich nehme mich aus '.repeat(6_000)],
    ['open tags', '<'.repeat(80_000)],
  ])('a long mail of %s takes no long time', (_, text) => {
    expectLittleTime(() => recognise('', ownWords(text)));
  });
});
