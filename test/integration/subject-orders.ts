import type { Answer, World } from './world';

/** On the day on which people sign up here: a letter ends nothing that was given after it came. */
export const TOLD = { via: 'letter', receivedOn: '2026-11-22' };
export const REASON = 'Letter of 20 November';

/** What an order came to. */
export interface Done {
  readonly done: readonly { readonly type: string; readonly purposes: readonly string[]; readonly seq?: number }[];
  readonly now: {
    readonly purposes: readonly { readonly id: string; readonly legalBasis: string; readonly allowed: boolean }[];
    readonly restrictedSince: string | null;
    readonly holds: readonly {
      readonly case: string;
      readonly label: string | null;
      readonly reviewBy: string;
      readonly connections?: readonly number[];
    }[];
    readonly objections: readonly string[];
    readonly erasedAt: string | null;
    readonly suppressed: boolean;
    readonly records: readonly { readonly keptUntil: string | null }[];
  };
  readonly erasure?: { readonly parts: Record<string, number>; readonly against: readonly object[] };
}

interface Recipient {
  readonly email: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Gives orders about people in the name of an operator. */
export interface Operator {
  order(action: string, email: string, body?: object, site?: string): Promise<Answer>;
  /** Expects it to be carried out, and its answer to name nobody. */
  ordered(action: string, email: string, body?: object, site?: string): Promise<Done>;
  audience(purpose: string, site?: string): Promise<Recipient[]>;
}

export function operatorIn(world: World): Operator {
  const order: Operator['order'] = (action, email, body = {}, site = 'demo') =>
    world.call('subjects', `subjects-${action}`, { body: { email, reason: REASON, ...body }, params: { site } });
  return {
    order,
    ordered: async (action, email, body, site) => {
      const answer = await order(action, email, body, site);
      expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
      expect(answer.body).not.toContain(email);
      return JSON.parse(answer.body) as Done;
    },
    audience: async (purpose, site = 'demo') => {
      const answer = await world.call('audience', 'audience', { params: { site, purpose }, query: { limit: '1000' } });
      return (JSON.parse(answer.body) as { recipients: Recipient[] }).recipients;
    },
  };
}

export const types = ({ done }: Done): string[] => done.map(({ type }) => type);
/** Less the mail that a contract needs, which nothing here touches. */
export const allowed = ({ now }: Done): string[] =>
  now.purposes.filter((purpose) => purpose.allowed && purpose.legalBasis !== 'contract').map(({ id }) => id);
