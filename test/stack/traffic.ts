import type { Stack } from '../../local/stack';
import { until } from '../local/folder';
import type { Place } from './marks';

interface InboxMail {
  readonly to: readonly string[];
  readonly links: readonly string[];
}

/** Talks to a stack over HTTP, and keeps what it answered. */
export class Traffic {
  /** All answers but those that are made to hold addresses: evidence, audience, links and changes. */
  readonly answers: Place[] = [];
  /** Every address of a page that the stack ever gave out. */
  readonly urls: string[] = [];

  constructor(private readonly stack: Stack) {}

  /** Sends a request as it is, and expects a status. */
  async send(status: number, target: string, init: RequestInit = {}, disclosing = false): Promise<string> {
    const url = target.startsWith('http') ? target : this.stack.url + target;
    const answer = await fetch(url, { redirect: 'manual', ...init });
    const body = await answer.text();
    expect([init.method ?? 'GET', target.slice(0, 60), answer.status]).toEqual([
      init.method ?? 'GET',
      target.slice(0, 60),
      status,
    ]);
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    if (!disclosing)
      this.answers.push({ name: `answer ${status} of ${this.answers.length}`, content: `${headers}\n\n${body}` });
    const ours = (found: string): boolean => !disclosing || found.startsWith(this.stack.url);
    this.urls.push(...urlsIn(body).filter(ours), answer.headers.get('location') ?? '');
    return body;
  }

  post(
    status: number,
    target: string,
    body: object | string,
    headers: Record<string, string> = {},
    disclosing = false,
  ): Promise<string> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.send(
      status,
      target,
      { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } },
      disclosing,
    );
  }

  form(
    status: number,
    target: string,
    pairs: [string, string][],
    headers: Record<string, string> = {},
  ): Promise<string> {
    return this.send(status, target, { method: 'POST', body: new URLSearchParams(pairs), headers });
  }

  async tokens(): Promise<Record<'marketing' | 'compliance' | 'backend', { authorization: string }>> {
    const tokens = JSON.parse(await this.send(200, '/_local/tokens')) as Record<string, string>;
    return Object.fromEntries(
      Object.entries(tokens).map(([role, token]) => [role, { authorization: `Bearer ${token}` }]),
    ) as never;
  }

  /** The newest link of that kind in the mails to an address; waits for it. */
  async link(to: string, kind: string, than?: string): Promise<string> {
    const mails = await until(
      async () => (await (await fetch(`${this.stack.url}/_local/inbox`)).json()) as InboxMail[],
      (seen) => linkIn(seen, to, kind) !== than,
    );
    this.urls.push(...mails.flatMap(({ links }) => links));
    return linkIn(mails, to, kind) ?? '';
  }
}

function linkIn(mails: readonly InboxMail[], to: string, kind: string): string | undefined {
  return mails
    .filter((mail) => mail.to.includes(to))
    .flatMap(({ links }) => links)
    .find((link) => link.includes(`/${kind}/`));
}

function urlsIn(text: string): string[] {
  return [...text.matchAll(/(?:href|action|src)="([^"]*)"|https?:\/\/[^\s"'<>\\]+/g)].map(
    ([all, attribute]) => attribute ?? all,
  );
}

/** A URL, and what its parts say once they are decoded. */
export function decoded(url: string): Buffer {
  const parts = url.split(/[/?&=#]/).flatMap((part) => [Buffer.from(part, 'base64url'), Buffer.from(part, 'base64')]);
  return Buffer.concat([Buffer.from(`${url}\n`), ...parts]);
}
