import type { Caller, LedgerFile } from './caller.ts';
import type { Answer, Sent } from './types.ts';

/** What the report comes as; with `portable` JSON or CSV, without it JSON or PDF. */
export type AccessType = 'application/json' | 'application/pdf' | 'text/csv';

/** What compliance does about a person, mostly at their request. Each order can be repeated, and rehearsed with `dryRun`. */
export class Subjects {
  constructor(
    private readonly caller: Caller,
    private readonly path: string,
  ) {}

  /** How somebody stands, and why they may not be mailed; with `evidence:read` everything that happened, too. */
  lookUp(person: Sent<'lookUp'>): Promise<Answer<'lookUp'>> {
    return this.caller.json({ method: 'POST', path: `${this.path}/look-up`, body: person });
  }

  /** A withdrawal that arrived by phone, letter or e-mail. */
  withdraw(order: Sent<'withdraw'>): Promise<Answer<'withdraw'>> {
    return this.order('withdrawals', order);
  }

  /** Art. 21 GDPR; also from somebody of whom nothing is known. */
  object(order: Sent<'object'>): Promise<Answer<'object'>> {
    return this.order('objections', order);
  }

  /** Art. 21(1) GDPR: an objection for reasons of one's own situation; with `decision` what came of it. */
  weigh(order: Sent<'weigh'>): Promise<Answer<'weigh'>> {
    return this.order('weighings', order);
  }

  /** Art. 18 GDPR; with `lift` the end of it. */
  restrict(order: Sent<'restrict'>): Promise<Answer<'restrict'>> {
    return this.order('restrictions', order);
  }

  /** Keeps what a dispute needs; with `lift` the end of it. */
  hold(order: Sent<'hold'>): Promise<Answer<'hold'>> {
    return this.order('holds', order);
  }

  /** Keeps the connection data that an incident needs, of people whom nobody has an address of; with `lift` the end of it. */
  holdConnections(order: Sent<'holdConnections'>): Promise<Answer<'holdConnections'>> {
    return this.order('connections', order);
  }

  /** Art. 17 GDPR. `erasure.against` in the answer says what stands against it. */
  erase(order: Sent<'erase'>): Promise<Answer<'erase'>> {
    return this.order('erasures', order);
  }

  /** Art. 16 GDPR: fields, or the address, which then has to confirm. */
  rectify(order: Sent<'rectify'>): Promise<Answer<'rectify'>> {
    return this.order('rectifications', order);
  }

  /** Art. 15 GDPR: everything that there is about the person, for the person; or, with `portable`, what the person gave (Art. 20). */
  access(order: Sent<'giveAccess'>, type: AccessType = 'application/pdf'): Promise<LedgerFile> {
    return this.caller.file({ method: 'POST', path: `${this.path}/access`, body: order, accept: type });
  }

  private order<A>(action: string, body: object): Promise<A> {
    return this.caller.json({ method: 'POST', path: `${this.path}/${action}`, body });
  }
}
