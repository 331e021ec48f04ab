import type { Entry } from '../../shared/consent/entry';
import { audit } from './audit';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { postOf, type Post } from './post';
import { startWorld, type Answer, type World } from './world';
import { subjectId } from '../../shared/ledger/subject-id';

export interface OpenCase {
  readonly case: string;
  readonly since: string;
}

/** People who write to us, and operators who read what they wrote. */
export interface Correspondence {
  readonly world: World;
  readonly post: Post;
  readonly consume: () => Promise<void>;
  /** Somebody who has a newsletter. */
  subscriber(): Promise<Journey>;
  another(email: string): Journey;
  /** The address to unsubscribe by, in the newest mail that has one. */
  unsubscribeAddress(person: Journey): Promise<string>;
  /** What is in a person's record, from that place on, but for what those who mail for the site hear of it. */
  stepsOf(person: Pick<Journey, 'email'>, from?: number): Promise<Entry[]>;
  cases(site?: string): Promise<OpenCase[]>;
  read(id: string): Promise<Record<string, unknown>>;
  close(id: string, outcome: string): Promise<Answer>;
  closeAll(): Promise<void>;
  /** After each test: all is as it has to be, whatever came in was worked off, and time goes on. */
  check(): Promise<void>;
}

export async function startCorrespondence(): Promise<Correspondence> {
  const world = await startWorld();
  const consume = newsOf(world);
  let people = 0;
  const self: Correspondence = {
    world,
    post: postOf(world),
    consume,
    another: (email) => journey(world, consume, email),
    subscriber: async () => {
      const person = self.another(`reader-${++people}@example.com`);
      await person.signUp();
      expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
      await consume();
      return person;
    },
    unsubscribeAddress: async ({ email }) => {
      const headers = (await world.mails(email)).map((mail) => mail.headers['list-unsubscribe'] ?? '');
      return /<mailto:([^>?]+)/.exec(headers.find(Boolean) ?? '')?.[1] ?? '';
    },
    stepsOf: async ({ email }, from = 0) => {
      const subject = await subjectId(world.deps.subjectKey, 'demo', email);
      const isOwn = (entry: Entry): boolean => entry.subject === subject && entry.type !== 'ProcessorInformed';
      return (await world.entries()).filter(isOwn).slice(from);
    },
    cases: async (site = 'demo') => {
      const answer = await world.call('cases', 'cases-list', { params: { site } });
      return (JSON.parse(answer.body) as { cases: OpenCase[] }).cases;
    },
    read: async (id) => {
      const answer = await world.call('cases', 'cases-read', { params: { case: id } });
      return { status: answer.statusCode, ...(JSON.parse(answer.body) as Record<string, unknown>) };
    },
    close: (id, outcome) =>
      world.call('cases', 'cases-close', { params: { case: id }, body: { reason: 'Read it', outcome } }),
    closeAll: async () => {
      for (const open of await self.cases()) expect((await self.close(open.case, 'nothing')).statusCode).toBe(200);
    },
    check: async () => {
      await audit(world);
      expect(await world.received.list('', '')).toEqual([]);
      world.advance('P2D');
    },
  };
  return self;
}

export const by = ({ email }: Pick<Journey, 'email'>) => ({ from: `Leserin <${email}>` });
export const today = (): string => new Date().toUTCString();
export const types = (entries: readonly Entry[]): string[] => entries.map(({ type }) => type);
