import { signInPage } from '../../local/issuer/sign-in-page';
import { pageWords } from '../../local/page-words';
import { inboxPage } from '../../local/ses/inbox-page';
import { startPage } from '../../local/start-page';

const read = (accepted?: string) =>
  pageWords({ headers: accepted === undefined ? {} : { 'accept-language': accepted } });

test.each([
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr-FR,de;q=0.4', 'de'],
  ['fr-FR,fr', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('the pages of the stack read by a browser that accepts %j are %s', (accepted, language) => {
  const words = read(accepted);
  const pages = [startPage(words), inboxPage([], words), signInPage(new URLSearchParams(), words)];
  expect(pages.map((page) => /<html lang="(..)"/.exec(page)?.[1])).toEqual([language, language, language]);
});

test('the start page leads to the website in its own language first, and to the other one beside it', () => {
  const links = (page: string) => [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href).slice(0, 2);
  expect(links(startPage(read('de')))).toEqual(['/', '/en']);
  expect(links(startPage(read('en')))).toEqual(['/en', '/']);
});
