import type { Role } from '../../shared/http/roles';
import type { Mail } from '../ses/mail';
import { expect } from './timeline';

const PATIENCE_MS = 60_000;

/** All who take part, with nothing but HTTP: a person's browser, her mailbox, a mail scanner, the operators. */
export class Visitor {
  constructor(private readonly url: string) {}

  get(address: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(address, this.url), { redirect: 'manual', ...init });
  }

  /** Submits a form of our own pages as a browser does. */
  submit(address: string, fields: readonly [string, string][]): Promise<Response> {
    const headers = { origin: this.url, accept: 'text/html' };
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    return this.get(address, { method: 'POST', headers, body });
  }

  /** Calls an operation as an operator's program does. */
  async ask<T>(role: Role, address: string, body?: object): Promise<T> {
    const answer = await this.get(address, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${await this.token(role)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.status === 200, `${address} answered ${answer.status}: ${await answer.clone().text()}`);
    return (await answer.json()) as T;
  }

  async token(role: Role): Promise<string> {
    const tokens = (await (await this.get('/_local/tokens')).json()) as Record<Role, string>;
    return tokens[role];
  }

  async advance(duration: string): Promise<void> {
    const body = JSON.stringify({ advance: duration });
    const answer = await this.get('/_local/clock', { method: 'POST', body });
    expect(answer.ok, `the clock answered ${answer.status}: ${await answer.clone().text()}`);
  }

  async now(): Promise<Date> {
    const { now } = (await (await this.get('/_local/clock')).json()) as { now: string };
    return new Date(now);
  }

  async mailsTo(address: string): Promise<Mail[]> {
    const mails = (await (await this.get('/_local/inbox')).json()) as Mail[];
    return mails.filter(({ to }) => to.includes(address));
  }

  /** The newest mail to the address once there are so many. */
  async mail(address: string, count: number): Promise<Mail> {
    const mails = await this.eventually(
      () => this.mailsTo(address),
      (found) => found.length >= count,
      `mail number ${count} did not come`,
    );
    expect(mails.length === count, `there are ${mails.length} mails instead of ${count}`);
    return mails[0] as Mail;
  }

  /** Looks again until it is so; queues and their consumers take a moment. */
  async eventually<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, otherwise: string): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const seen = await look();
      if (isSo(seen)) return seen;
      expect(Date.now() < deadline, `${otherwise}, even after ${PATIENCE_MS / 1000} seconds`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
