import { randomBytes } from 'node:crypto';
import { subjectKey } from '../../functions/deps/secrets';
import { ledger } from '../../functions/deps/tables';
import type { Step } from '../../shared/consent/entry';
import { recordIdOf } from '../../shared/ids';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { append } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { someAddress } from '../stage/visitor';

const SITE = 'demo';
const HOUR_MS = 60 * 60 * 1000;

type Told = (history: Writer) => void;

/** What an address can be to a site, as far as a sign-up could tell. Nothing of it is to be seen by how long the answer takes. */
export const STATES: Readonly<Record<string, Told>> = {
  unknown: () => undefined,
  'waits since a moment': (history) => history.request(0),
  'waits since an hour': (history) => history.request(1),
  'had its mails today': (history) => [4, 3, 2].forEach((hours) => history.request(hours)),
  confirmed: (history) => history.confirmed(),
  withdrawn: (history) => history.confirmed().step('ConsentWithdrawn', 1, { purposes: history.purposes }),
  objected: (history) => history.confirmed().step('ObjectionRecorded', 1, { purposes: history.purposes }),
  'mail comes back': (history) => history.confirmed().step('MailBounced', 1, { facts: { bounce: 'permanent' } }),
  erased: (history) => history.confirmed().step('DataErased', 1, { facts: { suppress: true } }),
};

/** An address in that state; another one each time, of the same length. */
export async function addressIn(state: string): Promise<string> {
  const email = someAddress();
  const history = new Writer();
  STATES[state]!(history);
  await history.write(email);
  return email;
}

class Writer {
  readonly purposes = ['newsletter-product', 'analysis'].map((id) => ({
    id,
    legalBasis: 'consent' as const,
    noticeHash: randomBytes(32).toString('base64url'),
  }));
  private readonly steps: Step[] = [];

  request(hoursAgo: number): this {
    const confirmBy = new Date(Date.now() + 72 * HOUR_MS).toISOString();
    return this.step('ConsentRequested', hoursAgo, {
      recordId: recordIdOf(randomBytes(16)),
      language: 'de',
      purposes: this.purposes,
      facts: { confirmBy },
    });
  }

  confirmed(): this {
    this.request(3);
    const { recordId } = this.steps[0]!;
    return this.step('ConsentGiven', 2, { recordId, purposes: this.purposes });
  }

  step(type: Step['type'], hoursAgo: number, said: object): this {
    const at = new Date(Date.now() - hoursAgo * HOUR_MS).toISOString();
    const usual = { site: SITE, at, actor: { kind: 'subject' }, purposes: [], facts: {} };
    this.steps.push({ ...usual, type, ...said } as Step);
    return this;
  }

  async write(email: string): Promise<void> {
    const subject = await subjectId(subjectKey(), SITE, email);
    let last: Parameters<typeof seal>[2] = EMPTY;
    for (const step of this.steps) {
      const entry = seal(step, { subject, parts: {} }, last);
      await append(ledger(), entry, undefined);
      last = entry;
    }
  }
}
