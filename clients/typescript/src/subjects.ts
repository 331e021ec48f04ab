import type { Caller } from './caller.js';
import type { Answer, Sent } from './types.js';

/** What compliance does about a person, mostly at their request. Each order can be repeated, and rehearsed with `dryRun`. */
export class Subjects {
  constructor(
    private readonly caller: Caller,
    private readonly path: string,
  ) {}

  /** A withdrawal that arrived by phone, letter or e-mail. */
  withdraw(order: Sent<'withdraw'>): Promise<Answer<'withdraw'>> {
    return this.order('withdrawals', order);
  }

  /** Art. 21 GDPR; also from somebody of whom nothing is known. */
  object(order: Sent<'object'>): Promise<Answer<'object'>> {
    return this.order('objections', order);
  }

  /** Art. 18 GDPR; with `lift` the end of it. */
  restrict(order: Sent<'restrict'>): Promise<Answer<'restrict'>> {
    return this.order('restrictions', order);
  }

  /** Keeps what a dispute needs; with `lift` the end of it. */
  hold(order: Sent<'hold'>): Promise<Answer<'hold'>> {
    return this.order('holds', order);
  }

  /** Art. 17 GDPR. `erasure.against` in the answer says what stands against it. */
  erase(order: Sent<'erase'>): Promise<Answer<'erase'>> {
    return this.order('erasures', order);
  }

  /** Art. 16 GDPR: fields, or the address, which then has to confirm. */
  rectify(order: Sent<'rectify'>): Promise<Answer<'rectify'>> {
    return this.order('rectifications', order);
  }

  /** Art. 15 GDPR: everything that there is about the person, for the person. */
  async report(order: Omit<Sent<'giveAccess'>, 'portable' | 'dryRun'>): Promise<Uint8Array> {
    const answer = await this.caller.send({
      method: 'POST',
      path: `${this.path}/access`,
      body: order,
      accept: 'application/pdf',
    });
    return new Uint8Array(await answer.arrayBuffer());
  }

  private order<A>(action: string, body: object): Promise<A> {
    return this.caller.json({ method: 'POST', path: `${this.path}/${action}`, body });
  }
}
