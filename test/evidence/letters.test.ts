import { letterPdf } from '../../shared/evidence/letters/document';
import { letterOf, letterText, type LetterSources } from '../../shared/evidence/letters/letter';
import type { Entry } from '../../shared/consent/entry';
import { LANGUAGES, type Language } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { lettersIn } from '../../shared/words/letters';
import { sites } from '../../examples/sites';
import { heldOf } from './held-sample';
import { evidenceOf, type Kind } from './people';

const site = findSite(sites, 'demo')!;

interface Told {
  readonly language?: Language;
  /** Classes of parts of which there is nothing more. */
  readonly without?: readonly string[];
  /** Whether what is to go by now is there as yet. */
  readonly stillThere?: boolean;
}

/** What a letter to a person of that kind is made of, after one more step. */
async function sources(
  kind: Kind,
  last: object,
  { language = 'de', without = [], stillThere = false }: Told = {},
): Promise<LetterSources> {
  const { entries, parts } = heldOf(await evidenceOf(kind, language, stillThere ? { withoutOverdueNames: false } : {}));
  const at = '2026-07-20T08:00:00.000Z';
  const actor = { kind: 'operator', id: 'desk' };
  const step = { ...entries.at(-1)!, seq: entries.length, at, actor, purposes: [], parts: {}, ...last } as unknown;
  const history = [...entries, step as Entry];
  const held = [...parts].flatMap(([digest, part]) => (without.includes(part.class) ? [] : [digest]));
  const told = { email: 'erika@example.org', recipient: [], request: undefined, text: undefined };
  return { site, language, entries: history, all: history, held: new Set(held), now: new Date(at), ...told };
}
const inPart = { type: 'ProcessingRestricted', facts: { insteadOf: 'erasure' } };
const decided = (decision: string) => ({ type: 'ObjectionDecided', facts: { decision } });

describe.each(LANGUAGES)('in %s, an erasure that something stands against', (language) => {
  const words = lettersIn(language);

  test('of which nothing is deleted says so first, and calls nothing deleted', async () => {
    const letter = letterOf('erasure-in-part', await sources('held', inPart, { language }));
    expect(letter.title).toBe(words.notErasedYet);
    expect(letter.paragraphs[2]).toBe(words.goneNothing);
    expect(letter.paragraphs[3]).toMatch(
      language === 'de' ? /bewahren noch auf: E-Mail-Adresse/ : /keep: e-mail address/,
    );
  });

  test('of which a part is gone begins with that, and then says what is kept, why and until when', async () => {
    const without = ['network', 'mail'];
    const { title, paragraphs } = letterOf('erasure-in-part', await sources('held', inPart, { language, without }));
    expect(title).toBe(words.titles['erasure-in-part']);
    const [gone, kept, why, until] = paragraphs.slice(2);
    expect(gone).toMatch(
      language === 'de' ? /^Gelöscht ist: IP-Adresse und Browser, Kopien von E-Mails\.$/ : /^Erased: IP address/,
    );
    expect(kept).not.toMatch(/IP/);
    expect(why).toMatch(/Art\. 17/);
    expect(until).toBe(words.restrictedMeanwhile);
  });
});

test.each(LANGUAGES)('in %s, what goes at this moment is called neither kept nor deleted', async (language) => {
  const words = lettersIn(language);
  // By the site's rules the name goes with the withdrawal, and nobody deleted it yet.
  const asked = await sources('withdrawn', inPart, { language, stillThere: true });
  const { title, paragraphs } = letterOf('erasure-in-part', asked);
  expect(title).toBe(words.erasingInPart);
  expect(paragraphs[2]).toBe(words.goingNow(words.data.details));
  expect(paragraphs[3]).toContain(words.data.address);
  expect(paragraphs[3]).not.toContain(words.data.details);
});

test('an objection that was upheld is weighed no longer', async () => {
  const said = async (decision: string): Promise<string> =>
    letterText(letterOf('objection', await sources('weighed', decided(decision))));
  expect(await said('upheld')).toContain('stattgegeben');
  expect(await said('upheld')).not.toContain('Wir prüfen');
  expect(await said('refused')).toContain('zwingende Gründe');
});

describe('a letter', () => {
  test('goes to the lines that the operator gave, or else to the address', async () => {
    const made = await sources('plain', {});
    const recipient = ['Anna Müller', 'Lange Straße 1', '12345 Musterstadt'];
    expect(letterOf('never-agreed', { ...made, recipient }).recipient).toEqual(recipient);
    expect(letterOf('never-agreed', made).recipient).toEqual(['erika@example.org']);
    expect(letterText(letterOf('never-agreed', { ...made, recipient }))).toContain(recipient.join('\n'));
  });

  test('translates labels of ours, and leaves the imprint as the site wrote it', async () => {
    const { sender, date } = letterOf('never-agreed', await sources('plain', {}, { language: 'en' }));
    expect(sender.contacts.join('\n')).toContain('Data protection officer: ');
    expect(date).toMatch(/^Date: /);
    expect(sender.imprint.slice(0, -1)).toEqual(site.controller.imprint.lines);
  });

  test('is the same file for the same text, and takes the pages that it needs', async () => {
    const letter = letterOf('never-agreed', await sources('several', {}));
    const pdf = (paragraphs: readonly string[]) =>
      letterPdf({ ...letter, paragraphs }, { language: 'de', at: new Date('2026-07-20T08:00:00Z') });
    expect((await pdf(letter.paragraphs)).equals(await pdf(letter.paragraphs))).toBe(true);
    const pages = (file: Buffer): number => file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    const many = Array<string>(60).fill('Ein Absatz.');
    expect([pages(await pdf(many.slice(0, 9))), pages(await pdf(many))]).toEqual([1, 3]);
  });
});
