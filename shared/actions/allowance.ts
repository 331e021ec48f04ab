import type { Brake } from '../ledger/brakes';
import { countNothing, countOne, counterId, readCountsAndBrake, uncount, type Count } from '../ledger/counters';
import type { CapName, MailCap } from '../limits/mail-caps';
import { isFull, isHalfFull } from '../limits/window';
import { logger } from '../logger';
import type { Site } from '../policy/schema';
import { brakeId } from './brake';
import type { Deps } from './deps';

/** Others used up at the same moment what there was. Nothing was written. */
export class UsedUp extends Error {
  override readonly name = 'UsedUp';
}

/** Nothing is thrown on where that is all. */
export function unlessUsedUp(error: unknown): undefined {
  if (!(error instanceof UsedUp)) throw error;
}

type Capped = Count & Pick<MailCap, 'name'>;

/**
 * What is left of the caps on a mail. They are asked while the history is read, and used up while the parts are saved, so that nobody
 * waits for them.
 */
export class Allowance {
  private counts: readonly Capped[] = [];
  private used: readonly Capped[] = [];
  private brake: Brake = {};

  constructor(
    private readonly deps: Pick<Deps, 'limits' | 'subjectKey'>,
    private readonly site: Pick<Site, 'id'>,
    private readonly caps: readonly MailCap[],
    private readonly now: Date,
  ) {}

  async read(): Promise<void> {
    const { limits, subjectKey } = this.deps;
    const ids = await Promise.all(this.caps.map(({ name, of }) => counterId(subjectKey, name, of)));
    const counters = this.caps.map((cap, n) => ({ id: ids[n]!, cap }));
    const brake = await brakeId(this.deps, this.site);
    const read = await readCountsAndBrake(limits, counters, brake, this.now);
    this.brake = read.brake;
    this.counts = read.counts.map((count, n) => ({ ...count, name: this.caps[n]!.name }));
  }

  /**
   * Whether very many sign up just now, in the visitor's network or at the site. Of mailbox and domain it says nothing, as that
   * would tell strangers about them.
   */
  get isUnderLoad(): boolean {
    return this.counts.some(
      ({ name, cap, cells }) => (name === 'network' || name === 'site') && isHalfFull(cap, cells, this.now),
    );
  }

  /** Whether a solution came along that was not taken before. */
  get isProven(): boolean {
    return this.counts.some(({ name, cap, cells }) => name === 'proof' && !isFull(cap, cells, this.now));
  }

  /** Whether so many of the site's confirmation mails came back that no more are sent, until an operator releases them. */
  get isStopped(): boolean {
    return this.brake.stoppedAt !== undefined && this.tell('bounces');
  }

  get isUsedUp(): boolean {
    return this.full(this.counts.filter(({ cap, cells }) => isFull(cap, cells, this.now)));
  }

  /** @throws {UsedUp} */
  async use(): Promise<void> {
    const counted = await Promise.all(this.counts.map((count) => countOne(this.deps.limits, count, this.now)));
    this.used = this.counts.filter((_, n) => counted[n]);
    if (this.full(this.counts.filter((_, n) => !counted[n]))) throw new UsedUp();
  }

  /** No mail follows, so what was used up is there for others. */
  async giveBack(): Promise<void> {
    const { limits } = this.deps;
    await Promise.all(this.used.map((count) => uncount(limits, count, this.now)));
  }

  /** As much work as {@link use}. */
  async useNothing(): Promise<void> {
    await Promise.all(this.caps.map(() => countNothing(this.deps.limits, this.now)));
  }

  /** Operators have to know, as nobody else hears of it. Says by which caps, and of no person. */
  private full(counts: readonly Capped[]): boolean {
    return counts.map(({ name }) => this.tell(name)).length > 0;
  }

  private tell(by: CapName | 'bounces'): true {
    logger.warn(`confirmation mail capped by ${by}`, { site: this.site.id, count: 1 });
    return true;
  }
}
