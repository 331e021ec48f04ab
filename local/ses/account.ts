import type { Clock } from '../clock';

const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_MS = 1000;

/** A fault for which SES would refuse the mail. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export type Trouble =
  'account paused' | 'configuration set paused' | 'under review' | 'throttled' | 'failing' | 'unavailable';

/** Why SES takes no mail, whoever it is for. */
const TROUBLES: Readonly<Record<Trouble, readonly [code: string, message: string, status: number]>> = {
  'account paused': ['AccountSendingPausedException', 'Email sending is disabled for your account.', 400],
  'configuration set paused': ['ConfigurationSetSendingPausedException', 'Sending is paused for the set.', 400],
  'under review': ['MessageRejected', 'Sending suspended for this account.', 400],
  throttled: ['Throttling', 'Maximum sending rate exceeded.', 400],
  failing: ['InternalFailure', 'The request processing has failed because of an unknown error.', 500],
  unavailable: ['ServiceUnavailable', 'The request has failed due to a temporary failure of the server.', 503],
};

/** The account that mails are sent by, and what SES takes of it. */
export class Account {
  /** In 24 hours; -1 is no limit, as SES has it. */
  atMost = -1;
  perSecond = 1000;
  trouble: Trouble | undefined;
  /** Who is mailed in the sandbox; undefined outside of it. */
  verified: readonly string[] | undefined;
  /** How often it was asked to send. */
  asked = 0;
  private times: number[] = [];
  /** By a clock that nobody moves. */
  private moments: number[] = [];

  constructor(private readonly clock: Clock) {}

  /** What others sent of the quota a moment ago. */
  use(mails: number): void {
    this.times.push(...Array.from({ length: mails }, () => this.clock.now().getTime()));
  }

  get sent(): number {
    const since = this.clock.now().getTime() - DAY_MS;
    this.times = this.times.filter((time) => time > since);
    return this.times.length;
  }

  /** @throws {Refused} */
  take(recipients: readonly string[]): void {
    this.asked += 1;
    if (this.trouble) throw new Refused(...TROUBLES[this.trouble]);
    const stranger = recipients.find((recipient) => this.verified?.includes(recipient) === false);
    if (stranger !== undefined) {
      const failed = `The following identities failed the check in region EU-CENTRAL-1: ${stranger}`;
      throw new Refused('MessageRejected', `Email address is not verified. ${failed}`);
    }
    if (this.atMost >= 0 && this.sent >= this.atMost) throw new Refused('Throttling', 'Daily message quota exceeded.');
    const now = performance.now();
    this.moments = this.moments.filter((moment) => moment > now - SECOND_MS);
    if (this.moments.length >= this.perSecond) throw new Refused('Throttling', 'Maximum sending rate exceeded.');
    this.moments.push(now);
    this.use(1);
  }
}
