import { segmentsOf, type AudienceSegment } from '../../shared/audience-segments';
import type { Visitor } from '../../local/demo/visitor';
import { mime } from '../inbox/mails';
import { quiet } from '../promises/quiet';

const SITE = '/v1/sites/demo';

interface Told {
  readonly message: { readonly type: string; readonly data: { readonly id: string } };
}

/** Those who appear in the story, and what they do besides the examples. */
export class Cast {
  private readonly receipts = new Map<string, string>();
  private cursor = '';

  constructor(private readonly visitor: Visitor) {}

  /** The token of a link in the newest mail that has one of that kind. */
  async token(email: string, page: string): Promise<string> {
    const find = async (): Promise<string | undefined> => {
      const links = (await this.visitor.mailsTo(email)).flatMap(({ links: found }) => found);
      return links
        .find((link) => link.includes(`/${page}/`))
        ?.split('/')
        .at(-1);
    };
    const found = await this.visitor.eventually(find, (token) => token !== undefined, `no ${page} link came`);
    return found as string;
  }

  async press(email: string, page: string): Promise<string> {
    // The confirmation page's button for everything that was asked for; the others ask for no choice.
    const body = new URLSearchParams(page === 'confirm' ? { choice: 'all' } : {});
    const answer = await this.visitor.get(`/${page}/${await this.token(email, page)}`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    return answer.text();
  }

  /** The page that says "confirmed" links to it, also when the button is pressed again. */
  async receiptOf(email: string): Promise<string> {
    const known = this.receipts.get(email) ?? /\/receipts\/([\w-]+)/.exec(await this.press(email, 'confirm'))?.[1];
    this.receipts.set(email, known ?? '');
    return known ?? '';
  }

  /** The eighth of the audience that somebody is in, which their id decides: it is another one in each run. */
  async eighthWith(email: string): Promise<AudienceSegment> {
    for (const segment of segmentsOf(8)) {
      const { recipients } = await this.visitor.ask<{ recipients: readonly { readonly email: string }[] }>(
        'marketing',
        `${SITE}/purposes/newsletter-product/audience?segment=${segment}`,
      );
      if (recipients.some((one) => one.email === email)) return segment;
    }
    throw new Error(`${email} is in no eighth of the audience.`);
  }

  /** Begins to follow the changes. */
  async takeCursor(): Promise<void> {
    ({ cursor: this.cursor } = await this.visitor.ask<{ cursor: string }>('marketing', `${SITE}/changes`));
  }

  /** What happened is served a little later. */
  async cursorTaken(): Promise<string> {
    await this.visitor.advance('PT15S');
    return this.cursor;
  }

  cursorOfLongAgo(): string {
    return Buffer.from('{"after":"2026-01-01T00:00:00.000Z"}').toString('base64url');
  }

  /** The case that is open; somebody asks something where none is. */
  async openCase(): Promise<string> {
    const look = async () => (await this.cases('open')).filter(({ wish }) => wish === undefined);
    const open = (await look())[0];
    if (open) return open.case;
    const mail = mime({ from: 'Erika Mustermann <erika@example.org>', subject: 'Frage', text: 'Was kostet das?' });
    const answer = await this.visitor.get('/_local/mail', { method: 'POST', body: new Uint8Array(mail) });
    expect(answer.status).toBe(200);
    return (await look())[0]!.case;
  }

  /** The letter that was written down. */
  async letter(state: 'open' | 'closed' = 'open'): Promise<{ readonly case: string; readonly id: string }> {
    return (await this.cases(state)).find(({ wish }) => wish === 'erasure')!;
  }

  /** Whose letter was seen to. */
  async closedLetter(): Promise<{ readonly case: string; readonly id: string }> {
    const { case: id } = await this.letter();
    const closing = { reason: 'letter of 20 November', outcome: 'answered' };
    await this.visitor.ask('compliance', `${SITE}/cases/${id}/close`, closing);
    return this.letter('closed');
  }

  private async cases(state: 'open' | 'closed') {
    type Row = { readonly case: string; readonly id: string; readonly wish?: string };
    return (await this.visitor.ask<{ cases: Row[] }>('compliance', `${SITE}/cases?state=${state}`)).cases;
  }

  /** The id of the one whose data are restricted. */
  async restricted(): Promise<string> {
    const look = async () =>
      (await this.visitor.ask<{ waiting: { id: string }[] }>('compliance', `${SITE}/reviews`)).waiting;
    const [found] = await this.visitor.eventually(look, ({ length }) => length > 0, 'nobody is on the list');
    return found!.id;
  }

  /** Whom a processor was told to delete last. */
  async lastDeleted(processor: string): Promise<string> {
    const told = (await (await this.visitor.get(`/_local/processors/demo/${processor}`)).json()) as Told[];
    return told.filter(({ message }) => message.type === 'deletion.requested').at(-1)?.message.data.id ?? 'nobody';
  }

  /** Signs up where one is asked after three years, and is not heard of again. */
  async isSilentForYears(email: string): Promise<void> {
    const answer = await this.visitor.get('/v1/sites/notice-002/signups', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, purposes: ['course-software'] }),
    });
    expect(answer.status).toBe(202);
    await this.press(email, 'confirm');
    await this.quiet();
    await this.visitor.advance('P3Y1D');
  }

  async wait(duration: string): Promise<void> {
    await this.visitor.advance(duration);
  }

  /** Waits until every consumer has done its work, and what follows from it, too. */
  async quiet(): Promise<void> {
    await quiet(this.visitor);
  }
}
