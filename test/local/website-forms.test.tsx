import { render } from 'preact-render-to-string';
import { DropInPage } from '../../local/website/drop-in-page';
import { HomePage } from '../../local/website/home-page';
import type { PageNotices } from '../../local/website/notices';

const NOTICES = {
  site: 'demo',
  language: 'de',
  purposes: [],
  fields: [],
  controller: { name: 'Zettelkranich', privacyNotice: 'https://demo.example/privacy' },
  assets: [{ id: 'whitepaper', title: 'Whitepaper', version: '1.0', text: 'The whitepaper' }],
} as const;
const pages = (forms: PageNotices['forms']): string =>
  [HomePage, DropInPage].map((Page) => render(<Page notices={{ ...NOTICES, forms }} />)).join('');

/** How often each form says which it is: plain, and by the script. */
const declared = (page: string, form: string): number[] =>
  [`name="form.id" value="${form}"`, `<script src="/v1/form.js" data-site="demo" data-form="${form}"`].map(
    (said) => page.split(said).length - 1,
  );

test('the forms of the website say which they are, so that sign-ups are counted by them', () => {
  const page = pages(['newsletter', 'whitepaper', 'footer']);
  // On the page of the script the plain forms are there, too, for who has none.
  expect(declared(page, 'newsletter')).toEqual([2, 1]);
  expect(declared(page, 'whitepaper')).toEqual([2, 1]);
});

test('a site that lists no forms is sent none: it would refuse what it does not know', () => {
  expect(pages([])).not.toMatch(/form\.id|data-form/);
});
