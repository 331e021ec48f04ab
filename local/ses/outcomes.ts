import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { Report } from '../report';
import type { Topic } from '../sns/topic';
import type { Mail } from './mail';

/** The outcomes of a mail that SES reports. */
export const OUTCOMES = ['bounce', 'soft-bounce', 'complaint'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Sent = Pick<Mail, 'id' | 'at' | 'to' | 'from' | 'tags'>;

/** Addresses of SES by which what becomes of mails can be tried. */
const SIMULATOR: Readonly<Record<string, Outcome>> = {
  'bounce@simulator.amazonses.com': 'bounce',
  'suppressionlist@simulator.amazonses.com': 'bounce',
  'complaint@simulator.amazonses.com': 'complaint',
};

/** Tells of mails what SES would, by way of a topic. */
export class Outcomes {
  constructor(
    private readonly topic: Topic,
    /** The address that the topic calls. */
    private readonly hearer: string,
    private readonly clock: Clock,
    private readonly report: Report,
  ) {}

  tell(mail: Sent, outcome: Outcome): Promise<void> {
    return this.topic.publish(JSON.stringify(sesEvent(mail, outcome, this.clock.now())), this.hearer);
  }

  /** The outcome of a mail to the simulator; it is reported a moment later. */
  simulate(mail: Sent): void {
    const outcome = mail.to.map((address) => SIMULATOR[address.toLowerCase()]).find((found) => found !== undefined);
    if (outcome) this.tell(mail, outcome).catch((error: unknown) => this.report(`feedback: ${String(error)}`));
  }
}

/** As SES publishes it, without what nobody here reads. */
export function sesEvent({ id, at, to, from, tags }: Sent, outcome: Outcome, now: Date): object {
  const timestamp = now.toISOString();
  const recipients = to.map((emailAddress) => ({ emailAddress }));
  const ownTags = Object.entries(tags).map(([name, value]): [string, string[]] => [name, [value]]);
  const mail = {
    timestamp: at,
    source: from,
    sendingAccountId: '000000000000',
    messageId: id,
    destination: to,
    tags: { 'ses:configuration-set': ['consent'], ...Object.fromEntries(ownTags) },
  };
  if (outcome === 'complaint') {
    const complaint = { complainedRecipients: recipients, complaintFeedbackType: 'abuse', complaintSubType: null };
    return { eventType: 'Complaint', mail, complaint: { ...complaint, timestamp, feedbackId: randomUUID() } };
  }
  const type = outcome === 'bounce' ? ['Permanent', 'NoEmail'] : ['Transient', 'MailboxFull'];
  const bounce = { bounceType: type[0], bounceSubType: type[1], bouncedRecipients: recipients, timestamp };
  return { eventType: 'Bounce', mail, bounce: { ...bounce, feedbackId: randomUUID(), reportingMTA: 'dns; ses.local' } };
}
