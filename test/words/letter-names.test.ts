import { nameOf } from '../../console/journal/steps';
import { LETTERS } from '../../shared/consent/steps/person-informed';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as german } from '../../shared/words/de/desk-requests';
import { desk as en } from '../../shared/words/en/desk';
import { deskRequests as english } from '../../shared/words/en/desk-requests';

test.each([
  ['de', de, german],
  ['en', en, english],
] as const)('%s: the journal calls a letter as the page does on which it is made', (_, words, own) => {
  for (const letter of LETTERS) {
    expect(nameOf({ type: 'PersonInformed', letter }, words)).toContain(own.letter.kinds[letter]);
  }
});
