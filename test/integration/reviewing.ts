import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { tokenOf, type World } from './world';

/** Reviews once a year, and is done within a month. */
export const SITE = 'notice-002';
/** Never reviews. */
export const OTHER = 'notice-003';
export const REASON = 'yearly review: seen at the fair';

interface Item {
  readonly id: string;
  readonly what: 'unused' | 'hold' | 'restriction';
  readonly head: string;
  readonly isDue: boolean;
  readonly case?: string;
  readonly label?: string | null;
  readonly purposes?: string[];
  readonly reviewBy?: string;
  readonly deleteBy?: string;
}

export interface List {
  readonly round: { readonly began: string; readonly deleteBy: string } | null;
  readonly waiting: readonly Item[];
  readonly cursor?: string;
}

interface Decisions {
  readonly decisions: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly head: string;
    readonly done: readonly { type: string }[];
  }[];
  readonly cursor?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string }[];
  readonly preview?: Decisions;
}

export const unused = (...ids: string[]) => ids.map((id) => ({ id, what: 'unused' }));

/** People, the review, and the operators who decide. */
export class Reviewing {
  readonly consume: () => Promise<void>;

  constructor(private readonly world: World) {
    this.consume = newsOf(world);
  }

  async list(site = SITE, query: Record<string, string> = {}): Promise<List> {
    const answer = await this.world.call('cases', 'reviews-list', { params: { site }, query });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('@');
    return JSON.parse(answer.body) as List;
  }

  /** Gives the status, and what was answered. */
  async decide(order: object, site = SITE): Promise<[number, Decisions]> {
    const body = { reason: REASON, ...order };
    const answer = await this.world.call('cases', 'reviews-decide', { params: { site }, body });
    return [answer.statusCode, JSON.parse(answer.body) as Decisions];
  }

  async review(): Promise<void> {
    await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
    await this.consume();
  }

  /** The time to the first round runs from the first review on. */
  async untilRound(): Promise<void> {
    await this.review();
    this.world.advance('P1Y');
    await this.review();
  }

  /** @returns their id */
  async subscriber(email: string, purposes = ['newsletter'], site = SITE): Promise<string> {
    const { world } = this;
    const body = { email, purposes, language: 'de', fields: { firstName: 'Jürgen' } };
    await world.call('signup', 'signup-json', { params: { site }, headers: { origin: undefined }, body });
    await this.consume();
    const token = tokenOf((await world.mails(email))[0], 'confirm');
    expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
    await this.consume();
    return world.subjectId(email, site);
  }

  async ofType(type: string, id?: string) {
    const entries = await this.world.entries();
    return entries.filter((entry) => entry.type === type && (id === undefined || entry.subject === id));
  }

  async classesOf(id: string): Promise<string[]> {
    const parts = (await this.world.items('vault')).filter(({ pk }) => pk === `subject#${id}`);
    return parts.map(({ sk }) => sk.split('#')[1] ?? '');
  }
}
