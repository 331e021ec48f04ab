import { applyEnds } from '../../shared/ledger/ends';
import { findSite } from '../../shared/policy/sites';
import { asSubject } from '../ids';
import { newsOf } from './news';
import { startWorld, tokenOf, type World } from './world';

const EMAIL = 'erika@example.com';
let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

test('a name that another deleted meanwhile, at its end, is not missed by who began before', async () => {
  const news = newsOf(world);
  const press = async (kind: 'confirm' | 'unsubscribe'): Promise<void> => {
    const mail = (await world.mails(EMAIL)).find(({ links }) => links.some((link) => link.includes(`/${kind}/`)));
    const answer = await world.call(kind, `${kind}-button`, { params: { token: tokenOf(mail, kind) } });
    expect(answer.statusCode).toBe(200);
    await news();
  };
  const subject = await world.subjectId(EMAIL);
  const names = async () =>
    (await world.items('vault')).filter(({ pk, sk }) => pk === `subject#${subject}` && sk.includes('#details#'));
  const fields = { firstName: 'Erika', lastName: 'Mustermann' };
  const body = { email: EMAIL, purposes: ['newsletter-product'], language: 'de', fields };
  await world.call('signup', 'signup-json', { headers: { origin: undefined }, body });
  await news();
  world.advance('PT1S');
  await press('confirm');
  expect(await names()).toHaveLength(1);

  const begun = new Date();
  world.advance('PT5S');
  await press('unsubscribe');
  expect(await names()).toEqual([]);
  const site = (id: string) => findSite(world.deps.sites, id);
  expect(await applyEnds(world.deps, asSubject(subject), site, begun)).toMatchObject({ missing: 0 });
});
