import type { Mail } from '../../local/ses/mail';
import { tokenOf, type Answer, type World } from './world';

type Kind = 'confirm' | 'unsubscribe' | 'assets' | 'preferences';

/** One person's way through the system, from outside. */
export interface Journey {
  readonly email: string;
  signUp(wishes?: object): Promise<void>;
  /** The token in the newest mail that has a link of that kind. */
  token(kind: Kind, nth?: number): Promise<string>;
  press(token: string): Promise<Answer>;
  /** Purpose -> status, over all records. */
  statuses(): Promise<Record<string, string>>;
}

/** `consume` is what brings the mails, see `news.ts`. */
export function journey(world: World, consume: () => Promise<void>, email: string): Journey {
  const wanted = { email, purposes: ['newsletter-product', 'analysis'], language: 'de' };
  return {
    email,
    signUp: async (wishes = {}) => {
      const body = { ...wanted, ...wishes };
      expect((await world.call('signup', 'signup-json', { body })).statusCode).toBe(202);
    },
    token: async (kind, nth = 0) => {
      await consume();
      const has = ({ links }: Mail): boolean => links.some((link) => link.includes(`/${kind}/`));
      return tokenOf((await world.mails(email)).find(has), kind, nth);
    },
    press: (token) => world.call('confirm', 'confirm-button', { params: { token } }),
    statuses: async () => {
      const { records } = await world.evidence(email);
      return Object.fromEntries(records.flatMap(({ purposes }) => purposes.map(({ id, status }) => [id, status])));
    },
  };
}

/** Confirms a sign-up for newsletter, analysis and whitepaper, and answers with the tokens of all its mails. */
export async function confirmed(person: Journey): Promise<Record<Kind, string>> {
  await person.signUp({ asset: 'whitepaper-consent' });
  const confirm = await person.token('confirm');
  expect((await person.press(confirm)).statusCode).toBe(200);
  const [unsubscribe, assets] = [await person.token('unsubscribe'), await person.token('assets')];
  return { confirm, unsubscribe, assets, preferences: await person.token('preferences') };
}
