import { ownWords } from '../../shared/inbox/own-words';
import { recognise } from '../../shared/inbox/recognise';
import { WORD_ATTACKS } from './word-attacks';

test('the stories are each another one', () => {
  expect(new Set(WORD_ATTACKS.map(([story]) => story)).size).toBe(WORD_ATTACKS.length);
});

test.each(WORD_ATTACKS)('somebody %s: a person reads it', (_, mail) => {
  const [before = '', after] = mail.split('|');
  const [subject, text] =
    after === undefined ? ['Re: Unser Newsletter im November', mail] : [before.trim(), after.trim()];
  expect(recognise(subject, ownWords(text.replaceAll('/', '\n'))).wish).toBeUndefined();
});
