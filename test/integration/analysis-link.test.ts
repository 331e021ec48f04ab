import { mailsIn } from '../../shared/words/mails';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { textOf } from './page-text';
import { startWorld, type World } from './world';

const { analysis, ...general } = unsubscribePageIn('de');
const [PRODUCT, ANALYSIS] = ['Newsletter „Produkt“', 'Auswertung der Newsletter'];

let world: World;
let consume: () => Promise<void>;
beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

async function subscriber(): Promise<Journey> {
  const person = journey(world, consume, 'erika@example.org');
  await person.signUp();
  await person.press(await person.token('confirm'));
  return person;
}

async function see(token: string, event: 'page' | 'button'): Promise<{ text: string; ends: string; goesOn: string }> {
  const answer = await world.call('unsubscribe', `unsubscribe-${event}`, { params: { token } });
  expect(answer.statusCode).toBe(200);
  const text = textOf(answer.body);
  const [ends = '', goesOn = ''] = text.split(general.untouched);
  return { text, ends, goesOn };
}

test('the link that switches off analysis is called that from the mail to the result, and the newsletter stays', async () => {
  const person = await subscriber();
  // The welcome has a link to end all, and one for each purpose: first the newsletter's, then this.
  const token = await person.token('unsubscribe', 2);
  const { text: mail } = (await world.mails(person.email))[0]!;
  expect(mail.replaceAll('\r\n', '\n')).toMatch(new RegExp(`${mailsIn('de').switchOff}\\n\\S+/unsubscribe/${token}`));

  const page = await see(token, 'page');
  for (const said of [analysis.title, analysis.button, ANALYSIS]) expect(page.text).toContain(said);
  expect([page.ends.includes(PRODUCT), page.goesOn.includes(PRODUCT)]).toEqual([false, true]);

  const done = await see(token, 'button');
  for (const said of [analysis.doneTitle, analysis.undoTitle]) expect(done.text).toContain(said);
  expect([done.ends.includes(PRODUCT), done.goesOn.includes(PRODUCT)]).toEqual([false, true]);
  expect([page.text, done.text].join()).not.toMatch(/abmelden|abgemeldet/);
  expect(await person.statuses()).toEqual({ 'newsletter-product': 'ConsentGiven', analysis: 'ConsentWithdrawn' });

  for (const event of ['page', 'button'] as const) {
    const again = await see(token, event);
    expect(again.text).toContain(analysis.nothingTitle);
    expect(again.goesOn).toContain(PRODUCT);
  }
});

test('a link that ends more than analysis unsubscribes', async () => {
  const person = await subscriber();
  const page = await see(await person.token('unsubscribe', 0), 'page');
  for (const said of [general.unsubscribeTitle, PRODUCT, ANALYSIS]) expect(page.ends).toContain(said);
});
