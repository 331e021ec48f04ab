import { expectLittleTime } from '../cpu-time';
import fc from '../seeded';
import { textOfHtml } from '../../shared/inbox/html-text';
import { ownWords } from '../../shared/inbox/own-words';
import { readMail, writerOf } from '../../shared/inbox/received-mail';
import { recognise } from '../../shared/inbox/recognise';
import { HTML_MAILS } from './html-mails';
import { HOSTILE, HTML_REPLIES } from './html-replies';
import { mime } from './mails';

test.each(HTML_MAILS)('%s', (_, html, expected) => {
  expect(textOfHtml(html)).toBe(expected);
});

test.each([...HTML_REPLIES, ...HOSTILE])('%s shows that it only says thanks', (_, html) => {
  expect(ownWords(textOfHtml(html))).toBe('Danke');
});

describe('what a mail asks for', () => {
  const asked = async (html: string) => {
    const mail = await readMail(mime({ html, subject: 'Re: Ihr Newsletter' }));
    return recognise(mail.subject, ownWords(mail.text), writerOf(mail)).wish;
  };
  const saying = (text: string) =>
    HTML_MAILS.filter(([, , shown]) => shown === text).map(([name, html]) => [name, html]);

  test.each([...saying('Vielen Dank!'), ...saying('Danke!'), ...saying('Danke')])('is nothing: %s', async (_, html) => {
    expect(await asked(html ?? '')).toBeUndefined();
  });

  test.each(saying('Bitte melden Sie mich vom Newsletter ab.'))('is to leave: %s', async (_, html) => {
    expect(await asked(html ?? '')).toBe('withdrawal');
  });
});

describe('whatever there is', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div style="display:none">',
      '</div>',
      '<blockquote>',
      '</blockquote>',
      '<b>',
      ':',
      '</b>',
    ),
    fc.constantFrom(
      '<!--',
      '-->',
      '<style>',
      '</style>',
      '&#xD83D;',
      '&amp',
      '<br>',
      '<',
      '>',
      '"',
      "'",
      '=',
      '<![CDATA[',
      ']]>',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  test('is read, and well formed', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = textOfHtml(pieces.join(''));
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.trim());
      }),
      { numRuns: 500 },
    );
  });

  test('is shown, where nothing is hidden or quoted', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäöüß.,!]{1,12}$/), { minLength: 1, maxLength: 20 });
    const wrapped = (text: string, tags: readonly string[]): string =>
      tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, text);
    fc.assert(
      fc.property(
        words,
        fc.array(fc.constantFrom('div', 'span', 'b', 'table', 'i', 'font', 'article')),
        (all, tags) => {
          expect(textOfHtml(wrapped(all.join(' \n'), tags))).toBe(all.join(' '));
        },
      ),
    );
  });

  test('what hides or quotes a text hides all that is in it', () => {
    const around = fc.constantFrom(
      ['<blockquote>', '</blockquote>'],
      ['<div class="x gmail_quote">', '</div>'],
      ['<div style="color:red;display:none">', '</div>'],
      ['<span hidden>', '</span>'],
    );
    const inner = fc.constantFrom(
      '<b>x</b>',
      '<div>x</div>',
      '<p>x</p>',
      '<ul><li>x</ul>',
      '<br>x',
      '<blockquote>x</blockquote>',
    );
    fc.assert(
      fc.property(around, fc.array(inner, { minLength: 1, maxLength: 20 }), ([open, close], all) => {
        expect(textOfHtml(`Danke ${open}${all.join('')}${close}`)).toBe('Danke');
      }),
    );
  });
});

describe('a mail that is long or deep', () => {
  const LONGEST = 200_000;
  const filled = (piece: string) => piece.repeat(LONGEST / piece.length);

  test.each([
    ['elements in elements', filled('<div>')],
    ['elements that end what is not open', `${'<i>'.repeat(20_000)}${'</b>'.repeat(35_000)}`],
    ['forms in forms', filled('<form>')],
    ['quotes in quotes', filled('<blockquote>')],
    ['quotes after quotes', filled('x@<blockquote></blockquote>')],
    ['quotes after a long line', `${'1:23'.repeat(25_000)}${':<blockquote></blockquote>'.repeat(3_800)}`],
    ['heads of mails', filled('<div style="border-top:solid"><b>x:</b></div>')],
    ['bold text', filled('x<b>:</b>')],
    ['open tags', filled('<')],
    ['open comments', filled('<!--')],
    ['ends', filled('</')],
    ['entities', filled('&')],
    ['attributes', `<p ${filled('a ')}`],
    ['a long style', `<p style="${filled('border-top:')}">`],
    ['many styles', filled('<p style="font-size:0">')],
    ['open comments in a style', `<p style="${filled('/*')}">`],
    ['formulas', filled('<svg><desc></foreignobject>')],
    ['soft hyphens', filled('\u00ad')],
    ['blanks', `<pre>${filled(' ')}`],
    ['lines', `<pre>${filled('\n')}`],
  ])('of %s takes no long time', (_, html) => {
    expectLittleTime(() => textOfHtml(html));
  });

  test('is read as far as somebody writes by hand, and a person reads the rest', () => {
    const text = textOfHtml(`<p>Bitte abmelden.</p>${'<i>'.repeat(1000)}und alles andere`);
    expect(text).toBe('Bitte abmelden.\n\n[The rest could not be read.]');
    expect(textOfHtml(`Bitte abmelden.<!--${filled('x')}-->`)).toBe(text);
    expect(recognise('', ownWords(text)).wish).toBeUndefined();
  });
});
