import { GetSendQuotaCommand, type SESClient } from '@aws-sdk/client-ses';
import { setTimeout as wait } from 'node:timers/promises';
import type { MailKind } from '../consent/entry';
import { errorName, logger } from '../logger';
import { MailWaits } from './mail-waits';

/**
 * Each sender (one batch of a queue, an announcement) takes a fifth of the account's rate at most: so the two batches of other
 * mails that there can be at once leave room for confirmations, whose five take all of it.
 */
const SHARE_OF_RATE = 1 / 5;

/** What is left of 24 hours then is for mails that somebody waits for. */
const SHARE_OF_QUOTA = 4 / 5;

/** SES answers this question once a second at most, for all who ask. */
const FRESH_MS = 60_000;

/** Somebody pressed a button and looks for it; all else can be sent tomorrow. */
const FIRST: readonly MailKind[] = ['confirmation', 'right-requested'];

interface Quota {
  /** In 24 hours; Infinity where there is no end to it. */
  readonly atMost: number;
  readonly perSecond: number;
  readonly sent: number;
}

const UNKNOWN: Quota = { atMost: Infinity, perSecond: Infinity, sent: 0 };

/** What the mail service takes of the account, and who may go first. One for each container. */
export class Allowance {
  private quota = UNKNOWN;
  private readAt = Number.NEGATIVE_INFINITY;
  private sentSince = 0;
  private next = 0;
  private last = Promise.resolve();

  constructor(private readonly client: SESClient) {}

  /**
   * Waits until it is the turn of a mail, after those that asked before it; not any longer where there is no time left for it.
   *
   * @throws {MailWaits} where what is left of the day's quota is for others
   */
  turn(kind: MailKind, isInTime: () => boolean): Promise<void> {
    const mine = this.last.then(() => (isInTime() ? this.take(kind) : undefined));
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private async take(kind: MailKind): Promise<void> {
    await this.refresh();
    const { atMost, sent, perSecond } = this.quota;
    const isFirst = FIRST.includes(kind);
    if (!isFirst && sent + this.sentSince >= atMost * SHARE_OF_QUOTA) throw new MailWaits('quota');
    this.sentSince += 1;
    // By a clock that nobody moves.
    const now = performance.now();
    const turn = Math.max(now, this.next);
    this.next = turn + 1000 / (perSecond * SHARE_OF_RATE);
    if (turn > now) await wait(turn - now);
  }

  private async refresh(): Promise<void> {
    const now = Date.now();
    if (Math.abs(now - this.readAt) < FRESH_MS) return;
    this.readAt = now;
    this.sentSince = 0;
    try {
      const {
        Max24HourSend = -1,
        MaxSendRate = 0,
        SentLast24Hours = 0,
      } = await this.client.send(new GetSendQuotaCommand({}));
      this.quota = {
        atMost: Max24HourSend < 0 ? Infinity : Max24HourSend,
        perSecond: MaxSendRate > 0 ? MaxSendRate : Infinity,
        sent: SentLast24Hours,
      };
    } catch (error) {
      // The service refuses by itself what is too much; then mails wait as well, though not in that order.
      logger.warn('mail quota unknown', { error: errorName(error) });
    }
  }
}
