import fc from '../seeded';
import { wordsOf } from '../../shared/document/line-ends';

test.each([
  ['Protokoll (Abschnitt 5): Checkpoint', ['Protokoll', '(Abschnitt 5):', 'Checkpoint']],
  ['nach Art. 15 Abs. 3 Satz 1 DSGVO', ['nach', 'Art. 15 Abs. 3 Satz 1 DSGVO']],
  ['§ 7 Abs. 3 UWG und §§ 8, 9', ['§ 7 Abs. 3 UWG', 'und', '§§ 8,', '9']],
  ['in Schritt 3 und Nr. 12', ['in', 'Schritt 3', 'und', 'Nr. 12']],
  ['see section 5.2, steps 1 to 3', ['see', 'section 5.2,', 'steps 1', 'to', '3']],
  ['this page (no. 3) of version 1.0', ['this', 'page', '(no. 3)', 'of', 'version 1.0']],
  ['RFC 8058 from IP 203.0.113.7', ['RFC 8058', 'from', 'IP 203.0.113.7']],
  ['Fortschritt 3 piano. 4', ['Fortschritt', '3', 'piano.', '4']],
  ['Produkt · Vorgang D', ['Produkt', '·', 'Vorgang D']],
  ['Record A2, Record Andere', ['Record A2,', 'Record', 'Andere']],
  ['Satzung 5', ['Satzung', '5']],
])('"%s" ends no line within a number', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('no text is changed by it', () => {
  const piece = fc.constantFrom('Abschnitt', 'Art.', '15', 'Abs.', '§', '', 'x', '\u00a0', '(', 'Ä');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => expect(wordsOf(pieces.join(' ')).join(' ')).toBe(pieces.join(' '))),
  );
});
