import type { AudienceSegment } from '../../shared/audience-segments';
import type { What } from '../../shared/consent/steps/step-type';
import type { Changes as Sent } from './fixtures';
import type { Answer, World } from './world';

export interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly language: string;
  readonly since: string;
  readonly mayMeasure: boolean;
  readonly unsubscribeUrl?: string;
  readonly preferencesUrl: string;
  readonly analysisUrl?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AudiencePage {
  readonly asOf: string | null;
  readonly recipients: readonly Recipient[];
  readonly cursor?: string;
}

export interface ChangedPerson extends Partial<Omit<Recipient, 'since' | 'unsubscribeUrl' | 'headers'>> {
  readonly id: string;
  readonly change: What;
  readonly at: string;
  readonly mayMeasure: boolean;
  readonly purposes: Readonly<Record<string, PurposeNow>>;
}

interface PurposeNow extends Partial<Pick<Recipient, 'since' | 'unsubscribeUrl' | 'headers'>> {
  readonly allowed: boolean;
}

export interface ChangesPage {
  readonly changes: readonly ChangedPerson[];
  readonly cursor: string;
  readonly more: boolean;
}

export interface Linked extends Partial<Recipient> {
  readonly email: string;
  readonly allowed: boolean;
}

type Asked = 'audience' | 'audience-summary' | 'leavers' | 'links' | 'changes' | 'permissions';

/** What marketing's programs ask, at one site. */
export class Marketing {
  constructor(
    private readonly world: World,
    readonly site = 'demo',
  ) {}

  call(what: Asked, { params, ...sent }: Sent = {}): Promise<Answer> {
    return this.world.call(what === 'links' || what === 'permissions' ? what : 'audience', what, {
      ...sent,
      params: { site: this.site, ...params },
    });
  }

  async page(purpose: string, query: Record<string, string> = {}): Promise<AudiencePage> {
    return bodyOf<AudiencePage>(await this.call('audience', { params: { purpose }, query }));
  }

  /** All pages. */
  async audience(purpose: string, limit = 1000, segment?: AudienceSegment): Promise<Recipient[]> {
    const found: Recipient[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: String(limit), ...(segment && { segment }), ...(cursor !== undefined && { cursor }) };
      const page = await this.page(purpose, query);
      expect(page.recipients.length).toBeLessThanOrEqual(limit);
      found.push(...page.recipients);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return found;
  }

  async links(emails: readonly string[], purpose: string): Promise<readonly Linked[]> {
    return bodyOf<{ recipients: Linked[] }>(await this.call('links', { body: { emails, purpose } })).recipients;
  }

  async changes(cursor?: string, limit = 100): Promise<ChangesPage> {
    const query = { limit: String(limit), ...(cursor !== undefined && { cursor }) };
    return bodyOf<ChangesPage>(await this.call('changes', { query }));
  }
}

function bodyOf<T>(answer: Answer): T {
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return JSON.parse(answer.body) as T;
}

/** Whom somebody would mail for which lists, and how. */
export interface Card extends Pick<Recipient, 'fields' | 'language' | 'mayMeasure'> {
  readonly lists: readonly string[];
}

/** E-mail -> what the lists say of them all together: the newest of what they told about themselves. */
export async function cardsOf(marketing: Marketing, lists: readonly string[]): Promise<Map<string, Card>> {
  const found: (Recipient & { list: string })[] = [];
  for (const list of lists) found.push(...(await marketing.audience(list, 2)).map((one) => ({ ...one, list })));
  const cards = new Map<string, Card>();
  for (const { email, list, fields, language, mayMeasure } of found.sort((a, b) => (a.since < b.since ? -1 : 1))) {
    const all = [...(cards.get(email)?.lists ?? []), list].sort();
    cards.set(email, { lists: all, fields, language, mayMeasure });
  }
  return cards;
}

/** A mailing tool that stays in step by polling, as docs/marketing.md says. */
export class Tool {
  private cards = new Map<string, Card>();
  private readonly emails = new Map<string, string>();
  private cursor = '';

  constructor(
    private readonly marketing: Marketing,
    private readonly lists: readonly string[],
  ) {}

  /** Takes its place first, and then the lists: what happens meanwhile comes again. */
  async begin(): Promise<void> {
    this.cursor = (await this.marketing.changes()).cursor;
    this.cards = await cardsOf(this.marketing, this.lists);
    for (const list of this.lists) {
      for (const { id, email } of await this.marketing.audience(list)) this.emails.set(id, email);
    }
  }

  async poll(limit: number): Promise<void> {
    let page: ChangesPage;
    do {
      page = await this.marketing.changes(this.cursor, limit);
      page.changes.forEach((change) => this.apply(change));
      this.cursor = page.cursor;
    } while (page.more);
  }

  private apply({ id, email, fields = {}, language = '', mayMeasure, purposes }: ChangedPerson): void {
    const lists = this.lists.filter((list) => purposes[list]?.allowed).sort();
    const known = email ?? this.emails.get(id) ?? '';
    this.emails.set(id, known);
    if (lists.length === 0) this.cards.delete(known);
    else this.cards.set(known, { lists, fields, language, mayMeasure });
  }

  cardOf(email: string): Card | undefined {
    return this.cards.get(email);
  }
}
