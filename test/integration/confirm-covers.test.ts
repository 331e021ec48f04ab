import { confirmPageIn } from '../../shared/words/confirm-page';
import { pagesIn } from '../../shared/words/pages';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { textOf } from './page-text';
import { preferenceCentre } from './preference-centre';
import { operatorIn, TOLD } from './subject-orders';
import { startWorld, type World } from './world';

const TEXTS = { ...pagesIn('de'), ...confirmPageIn('de') };
const [PRODUCT, EVENTS] = ['Newsletter „Produkt“', 'Newsletter „Veranstaltungen“'];
const [ORDER, INFO] = ['Whitepaper „Einwilligungen belegen“', 'Informationen zu Produkten'];
const WHITEPAPER = { asset: 'whitepaper-consent', purposes: ['product-info'] };

let world: World;
let consume: () => Promise<void>;
beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): Journey => journey(world, consume, `person-${(people += 1)}@example.com`);

/** A page as a reader has it: what it lists before, and after it says what is not included. */
interface Seen {
  readonly status: number;
  readonly text: string;
  readonly included: string;
  readonly leftOut: string;
  readonly buttons: readonly string[];
}

async function see(token: string, press?: 'all' | 'order' | ''): Promise<Seen> {
  const body = press === '' ? '' : `choice=${press}`;
  const answer = await (press === undefined
    ? world.call('confirm', 'confirm-page', { params: { token } })
    : world.call('confirm', 'confirm-button', { params: { token }, body }));
  const text = textOf(answer.body);
  const [included = '', leftOut = ''] = text.split(TEXTS.leftOut.title);
  const buttons = [...answer.body.matchAll(/<button[^>]*>([^<]*)</g)].map(([, label]) => label ?? '');
  return { status: answer.statusCode, text, included, leftOut, buttons };
}

/** What the steps say that confirmed something, oldest first. */
async function given(person: Journey): Promise<{ purposes: string[]; asset: string | undefined }[]> {
  const { records } = await world.evidence(person.email);
  return records
    .flatMap(({ entries }) => entries)
    .filter(({ type }) => type === 'ConsentGiven' || type === 'RenewedConsentGiven')
    .map(({ purposes, asset }) => ({ purposes: purposes.map(({ id }) => id), asset: asset?.id }));
}

describe('the pages name what the step says, and what it does not cover', () => {
  /** Confirmed one newsletter, asked for both, and ended the first one before the second mail was answered. */
  async function endedMeanwhile(person: Journey, end: (token: string) => Promise<unknown>): Promise<string> {
    await person.signUp({ purposes: ['newsletter-product'] });
    await person.press(await person.token('confirm'));
    const unsubscribe = await person.token('unsubscribe');
    world.advance('PT1H');
    await person.signUp({ purposes: ['newsletter-product', 'newsletter-events'] });
    const second = await person.token('confirm');
    await end(unsubscribe);
    return second;
  }

  const order = (action: string) => (person: Journey) => () =>
    operatorIn(world).ordered(action, person.email, { purposes: ['newsletter-product'], ...TOLD });

  test.each<[string, string, (person: Journey) => (token: string) => Promise<unknown>]>([
    [
      'a mail program unsubscribed from',
      'zurückgenommen am',
      () => (token) => world.call('unsubscribe', 'unsubscribe-one-click', { params: { token } }),
    ],
    ['the person withdrew by letter', 'zurückgenommen am', order('withdrawals')],
    ['the person objected to', 'widersprochen am', order('objections')],
  ])('where it asked for what %s', async (_, reason, endFor) => {
    const person = somebody();
    const token = await endedMeanwhile(person, endFor(person));
    for (const seen of [await see(token), await see(token, 'all'), await see(token, 'all'), await see(token)]) {
      expect(seen.status).toBe(200);
      expect(seen.included).toContain(EVENTS);
      expect(seen.included).not.toContain(PRODUCT);
      expect(seen.leftOut).toMatch(new RegExp(`${PRODUCT}\\s*: ${reason}`));
      expect(seen.leftOut).not.toContain(EVENTS);
    }
    expect((await given(person)).at(-1)?.purposes).toEqual(['newsletter-events']);
  });

  test('and what of it ended since', async () => {
    const person = somebody();
    await person.signUp({ purposes: ['newsletter-product', 'newsletter-events'] });
    const token = await person.token('confirm');
    expect((await see(token, 'all')).leftOut).toBe('');
    const centre = preferenceCentre(world, await person.token('preferences'));
    await centre.open();
    await centre.save('newsletter-events');
    const again = await see(token);
    expect(again.text).toContain(TEXTS.alreadyConfirmedTitle);
    expect([again.included.includes(EVENTS), again.included.includes(PRODUCT)]).toEqual([true, false]);
    expect(again.leftOut).toContain(`${PRODUCT} : widerrufen am`);
  });

  test('before the button they say that it can be withdrawn, and the wording', async () => {
    const person = somebody();
    await person.signUp({ purposes: ['newsletter-events'] });
    const { text, buttons } = await see(await person.token('confirm'));
    expect(buttons).toEqual([TEXTS.buttons.signUp]);
    const [before = ''] = text.split(TEXTS.buttons.signUp);
    expect(before).toContain(TEXTS.withdraw('datenschutz@demo.example'));
    expect(before).toContain('mit Einladungen zu Webinaren');
  });
});

describe('an order that came along with a consent', () => {
  test('can be confirmed alone, and then the consent is no part of anything', async () => {
    const person = somebody();
    await person.signUp(WHITEPAPER);
    const token = await person.token('confirm');
    expect((await see(token)).buttons).toEqual([TEXTS.buttons.both, TEXTS.orderButton]);

    const pressed = await see(token, 'order');
    expect([pressed.included.includes(ORDER), pressed.included.includes(INFO)]).toEqual([true, false]);
    expect(pressed.leftOut).toMatch(new RegExp(`${INFO}\\s*: ${TEXTS.leftOut.unconfirmed}`));
    expect(pressed.text).not.toContain(TEXTS.withdrawNote);
    expect(await given(person)).toEqual([{ purposes: [], asset: 'whitepaper-consent' }]);

    expect(await person.token('assets')).toBeTruthy();
    const [mail] = (await world.mails(person.email)).filter(({ text }) => text.includes('/assets/'));
    const about = ['https://www.demo.example/datenschutz', 'https://www.demo.example/impressum'];
    expect(JSON.stringify([mail?.headers, mail?.text])).not.toContain('unsubscribe');
    expect(mail?.links).toEqual([expect.stringContaining('/assets/'), ...about]);
  });

  test('is not taken for the consent, whatever is pressed later or sent without a choice', async () => {
    const person = somebody();
    await person.signUp(WHITEPAPER);
    const token = await person.token('confirm');
    expect((await see(token, '')).status).toBe(200);
    const again = await see(token, 'all');
    expect(again.text).toContain(TEXTS.alreadyConfirmedTitle);
    expect(again.included).not.toContain(INFO);
    expect(await given(person)).toEqual([{ purposes: [], asset: 'whitepaper-consent' }]);
    expect(await person.statuses()).toEqual({ 'product-info': 'ConsentRequested' });
  });

  test('is confirmed with the consent by the other button', async () => {
    const person = somebody();
    await person.signUp(WHITEPAPER);
    const pressed = await see(await person.token('confirm'), 'all');
    expect([pressed.included.includes(ORDER), pressed.included.includes(INFO)]).toEqual([true, true]);
    expect(await given(person)).toEqual([{ purposes: ['product-info'], asset: 'whitepaper-consent' }]);
  });

  test('stands where the consent was withdrawn before it was confirmed', async () => {
    const person = somebody();
    await person.signUp({ purposes: ['newsletter-events'] });
    await person.press(await person.token('confirm'));
    const centre = preferenceCentre(world, await person.token('preferences'));
    await person.signUp(WHITEPAPER);
    const token = await person.token('confirm');
    await centre.open();
    await centre.end();
    const page = await see(token);
    expect(page.buttons).toEqual([TEXTS.buttons.order]);
    expect([page.included.includes(ORDER), page.leftOut.includes(INFO)]).toEqual([true, true]);
    expect((await see(token, 'all')).included).toContain(ORDER);
    expect((await given(person)).at(-1)).toEqual({ purposes: [], asset: 'whitepaper-consent' });
  });

  test('whose consent was not confirmed is nothing that waits, or that could be withdrawn', async () => {
    const person = somebody();
    await person.signUp({ purposes: ['newsletter-events'] });
    await person.press(await person.token('confirm'));
    await person.signUp(WHITEPAPER);
    await see(await person.token('confirm'), 'order');
    const centre = preferenceCentre(world, await person.token('preferences'));
    expect((await centre.open()).text).not.toContain('Noch nicht bestätigt.');
    const { text } = await centre.end();
    const [, ended = ''] = text.split('Beendet ist ab sofort:');
    expect(ended.split('Ihre E-Mail-Einstellungen')[0]).not.toContain(INFO);
  });
});

test('what was asked for before an erasure was not confirmed too late', async () => {
  const person = somebody();
  await person.signUp({ purposes: ['newsletter-events'] });
  const token = await person.token('confirm');
  await operatorIn(world).ordered('erasures', person.email);
  for (const seen of [await see(token), await see(token, 'all')]) {
    expect([seen.status, seen.text.includes(TEXTS.linkGoneTitle)]).toEqual([410, true]);
  }
});
