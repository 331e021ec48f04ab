import type { Entry } from '../../shared/consent/entry';
import { queueEvent } from './fixtures';
import type { Told } from './processors';
import { operatorIn, type Operator } from './subject-orders';
import { runFunction } from './run-function';
import { CONSUMER_EVENTS, tellConsumers, tokenOf, type Failures, type World } from './world';
import { subjectId } from '../../shared/ledger/subject-id';

type Consumer = keyof typeof CONSUMER_EVENTS;

/** What could not be told, as operators see it. */
export interface Listed {
  readonly id: string;
  readonly attempts: number;
}

let people = 0;
export const somebody = (): string => `person-${++people}@example.org`;
export const ofType = (entries: readonly Entry[], type: string): Entry[] =>
  entries.filter((entry) => entry.type === type);

/** People whose consents come and go, consumer by consumer, and what processors are told of it. */
export class Telling {
  constructor(private readonly world: World) {}

  async subjectOf(site: string, email: string): Promise<string> {
    return subjectId(this.world.deps.subjectKey, site, email.toLowerCase());
  }

  async history(site: string, email: string): Promise<Entry[]> {
    const subject = await this.subjectOf(site, email);
    return (await this.world.entries()).filter((entry) => entry.subject === subject);
  }

  /** Tells one consumer of the person's last step; whether it could do its work. */
  async consume(site: string, email: string, name: Consumer): Promise<boolean> {
    const subject = await this.subjectOf(site, email);
    const seq = (await this.history(site, email)).at(-1)?.seq ?? 0;
    const { batchItemFailures } = await runFunction<Failures>(
      name,
      queueEvent(CONSUMER_EVENTS[name], { site, subject, seq }),
    );
    return batchItemFailures.length === 0;
  }

  notify(site: string, email: string): Promise<boolean> {
    return this.consume(site, email, 'notifier');
  }

  async consumeAll(site: string, email: string): Promise<void> {
    for (const entry of await this.history(site, email)) await tellConsumers(entry);
  }

  /** A confirmed sign-up of which only the mailer has heard. */
  async subscribed(site: string, email: string, purposes: readonly string[], fields = {}): Promise<void> {
    const body = { email, purposes, fields, language: 'de' };
    const form = { params: { site }, headers: { origin: undefined }, body };
    expect((await this.world.call('signup', 'signup-json', form)).statusCode).toBe(202);
    await this.consume(site, email, 'mailer');
    const mails = await this.world.mails(email.replace('Example', 'example'));
    const token = tokenOf(mails[0], 'confirm');
    expect((await this.world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  }

  ordered(...order: Parameters<Operator['ordered']>): ReturnType<Operator['ordered']> {
    return operatorIn(this.world).ordered(...order);
  }

  told(to = 'demo/brieftapir'): Told[] {
    return this.world.processors.told.filter((message) => message.to === to);
  }

  async deliveries(site = 'demo'): Promise<Listed[]> {
    const answer = await this.world.call('deliveries', 'deliveries', { params: { site } });
    expect(answer.statusCode).toBe(200);
    return (JSON.parse(answer.body) as { deliveries: Listed[] }).deliveries;
  }

  /** Has all of it tried again, as the command does. */
  async replay(site = 'demo', order: object = {}): Promise<{ told: number; failed: number }> {
    const counts = { told: 0, failed: 0 };
    for (let body = order; ;) {
      const answer = await this.world.call('deliveries', 'deliveries-replay', { params: { site }, body });
      expect(answer.statusCode).toBe(200);
      const page = JSON.parse(answer.body) as { told: number; failed: number; cursor?: string };
      counts.told += page.told;
      counts.failed += page.failed;
      if (page.cursor === undefined) return counts;
      body = { ...order, cursor: page.cursor };
    }
  }
}
