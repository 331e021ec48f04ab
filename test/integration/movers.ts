import type { Entry } from '../../shared/consent/entry';
import { confirmed, journey, type Journey } from './journey';
import { operatorIn, TOLD, type Done } from './subject-orders';
import type { World } from './world';
import { subjectId } from '../../shared/ledger/subject-id';

interface Move extends Done {
  readonly move: { readonly state: string };
}

type Mover = Record<'old' | 'next', Journey> & {
  readonly tokens: Record<'confirm' | 'unsubscribe' | 'preferences', string>;
};

/** People who get another address, and what is known of both. */
export interface Movers {
  /** Somebody who subscribed, the tokens in their old mails, and the address that they have now. */
  person(): Promise<Mover>;
  move(old: Journey, next: Journey, body?: object): Promise<Move>;
  confirmAt(next: Journey): Promise<void>;
  /** Somebody whose new address took over. */
  moved(): Promise<Mover>;
  history(email: string): Promise<Entry[]>;
  steps(email: string, type: string): Promise<Entry[]>;
  mayWriteTo(person: Journey): Promise<string[]>;
}

export function moversIn(world: World, consume: () => Promise<void>): Movers {
  const { ordered } = operatorIn(world);
  let people = 0;
  const movers: Movers = {
    person: async () => {
      const old = journey(world, consume, `old-${++people}@example.com`);
      const tokens = await confirmed(old);
      world.advance('PT1H');
      return { old, tokens, next: journey(world, consume, `New-${people}@example.com`) };
    },
    move: async (old, next, body) => {
      const done = await ordered('rectifications', old.email, { ...TOLD, newEmail: next.email, ...body });
      expect(JSON.stringify(done)).not.toContain(next.email);
      return done as Move;
    },
    confirmAt: async (next) => {
      expect((await next.press(await next.token('confirm'))).statusCode).toBe(200);
    },
    moved: async () => {
      const mover = await movers.person();
      await movers.move(mover.old, mover.next);
      await movers.confirmAt(mover.next);
      await consume();
      return mover;
    },
    history: async (email) => {
      const subject = await subjectId(world.deps.subjectKey, 'demo', email.toLowerCase());
      return (await world.entries()).filter((entry) => entry.subject === subject);
    },
    steps: async (email, type) => (await movers.history(email)).filter((entry) => entry.type === type),
    mayWriteTo: async ({ email }) => {
      const answer = await world.call('permissions', 'permissions', { body: { email } });
      const { purposes } = JSON.parse(answer.body) as Done['now'];
      return purposes.filter((purpose) => purpose.allowed && purpose.legalBasis === 'consent').map(({ id }) => id);
    },
  };
  return movers;
}
