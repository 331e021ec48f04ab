import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Visitor } from '../../local/demo/visitor';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack } from '../../local/stack';
import type { Mail } from '../../local/ses/mail';
import type { Told } from '../../local/processors/processors';
import type { Bundle } from '../../shared/evidence/bundle';
import { viewOf, type EvidenceView } from '../evidence/evidence-view';
import type { Permission } from '../../shared/consent/permissions';
import { BUNDLES } from '../once/made';

/** The running system, and how everybody reaches it: over HTTP alone. */
export interface System {
  readonly visitor: Visitor;
  /** Where it is reached. */
  readonly url: string;
  /** The engine itself, to look at what is really there. */
  readonly dynamoEndpoint: string;
  /** What the functions have written to their logs so far, line by line. */
  logged(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

/** @param own absolute path of a module of other sites than the examples; bundles are made for it */
export async function startSystem(own?: string): Promise<System> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'consent-promises-'));
  const served = own === undefined ? { sites: EXAMPLE_SITES, bundles: BUNDLES } : { sites: own };
  const stack = await startStack({ ...served, dataDir, dynamo: 'in-memory' });
  return {
    visitor: new Visitor(stack.url),
    url: stack.url,
    dynamoEndpoint: stack.dynamoEndpoint,
    logged: async () => {
      const text = await readFile(path.join(dataDir, 'logs', 'functions.ndjson'), 'utf8');
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      return whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
    },
    stop: async () => {
      await stack.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

export interface Recipient {
  readonly email: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Whether opens and clicks of this recipient may be measured. */
  readonly mayMeasure: boolean;
  readonly unsubscribeUrl: string;
  readonly analysisUrl?: string;
}

/** What an order of an operator came to. */
export interface OrderAnswer {
  readonly done: readonly { readonly type: string; readonly at: string; readonly purposes: readonly string[] }[];
  readonly erasure?: { readonly against: readonly { readonly kind: string; readonly until?: string }[] };
}

let people = 0;

/** Somebody with an address of their own, at one of the sites. */
export class Person {
  readonly email: string;

  constructor(
    private readonly system: System,
    readonly site: string,
  ) {
    this.email = `person-${++people}-${process.pid}@example.org`;
  }

  private get visitor(): Visitor {
    return this.system.visitor;
  }

  async signUp(body: object, status = 202): Promise<void> {
    const answer = await this.visitor.get(`/v1/sites/${this.site}/signups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, ...body }),
    });
    expect({ status: answer.status, text: status === 202 ? await answer.text() : '' }).toEqual({
      status,
      text: status === 202 ? '{"status":"pending"}' : '',
    });
  }

  /** The nth mail that came, the first being 1; waits for it. */
  async mail(nth: number): Promise<Mail> {
    const found = await this.visitor.eventually(
      () => this.mails(),
      (mails) => mails.length >= nth,
      `mail ${nth} to ${this.email} did not come`,
    );
    return found.at(-nth) as Mail;
  }

  mails(): Promise<Mail[]> {
    return this.visitor.mailsTo(this.email);
  }

  link(mail: Mail, page: 'confirm' | 'unsubscribe' | 'assets' | 'keep' | 'preferences', nth = 0): string {
    const found = mail.links.filter((link) => link.includes(`/${page}/`))[nth];
    if (!found) throw new Error(`“${mail.subject}” has no link number ${nth} to ${page}.`);
    return found;
  }

  async press(link: string): Promise<string> {
    const body = new URLSearchParams({ choice: 'all' });
    const answer = await this.visitor.get(link, { method: 'POST', headers: { accept: 'text/html' }, body });
    expect(answer.status).toBe(200);
    return answer.text();
  }

  /** Fills in a form of a page, and sends it; gives the page that comes back. */
  async submit(link: string, ...fields: readonly (readonly [string, string])[]): Promise<string> {
    const answer = await this.visitor.submit(
      link,
      fields.map(([name, value]) => [name, value]),
    );
    expect(answer.status).toBe(200);
    return answer.text();
  }

  /** Presses the button that the nth mail leads to. */
  async confirm(nth: number): Promise<void> {
    await this.press(this.link(await this.mail(nth), 'confirm'));
  }

  async oneClick(link: string): Promise<Response> {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    return this.visitor.get(link, { method: 'POST', body });
  }

  /** Purpose -> may we write? */
  async allowed(): Promise<Record<string, boolean>> {
    const path = `/v1/sites/${this.site}/permissions`;
    const { purposes } = await this.visitor.ask<{ purposes: Permission[] }>('marketing', path, { email: this.email });
    return Object.fromEntries(purposes.map(({ id, allowed }) => [id, allowed]));
  }

  /** Those who may be mailed for a purpose. */
  async audience(purpose: string): Promise<Recipient[]> {
    const path = `/v1/sites/${this.site}/purposes/${purpose}/audience?limit=1000`;
    return (await this.visitor.ask<{ recipients: Recipient[] }>('marketing', path)).recipients;
  }

  /** Has an operator do something about the person; gives the steps that it came to. */
  async order(action: string, body: object = {}): Promise<OrderAnswer> {
    const path = `/v1/sites/${this.site}/subjects/${action}`;
    const asked = { email: this.email, reason: 'A letter of 1 November', ...body };
    return this.visitor.ask<OrderAnswer>('compliance', path, asked);
  }

  /** Has a backend report something about the person; gives the status of the answer. */
  async report(what: 'consents' | 'contracts/ended', body: object): Promise<number> {
    const { status } = await this.visitor.get(`/v1/sites/${this.site}/${what}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.visitor.token('backend')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, ...body }),
    });
    return status;
  }

  /** What a processor of the site was told about the person, oldest first; waits until there is so much. */
  async told(processor: string, count: number): Promise<Told[]> {
    const about = async (): Promise<Told[]> => {
      const answer = await this.visitor.get(`/_local/processors/${this.site}/${processor}`);
      return ((await answer.json()) as Told[]).filter(({ message }) => message.data['email'] === this.email);
    };
    const isSo = ({ length }: Told[]): boolean => length >= count;
    return this.visitor.eventually(about, isSo, `${processor} was not told ${count} times`);
  }

  async evidence(): Promise<EvidenceView> {
    const body = { email: this.email, reason: 'A letter of 1 November' };
    return viewOf(await this.visitor.ask<Bundle>('compliance', `/v1/sites/${this.site}/evidence`, body));
  }
}
