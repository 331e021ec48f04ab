import { checkpointsFrom, type ArchivedCheckpoint } from '../../shared/archive/archive';
import type { PublishedCheckpoint } from '../../shared/log/store';
import { checkTimestamp, openClaim, type Claim } from './checkpoints';
import type { Audit, Journal } from './journal';
import type { Bucket } from '../../shared/bucket';

/**
 * Gives archived checkpoints in the order of their sizes, each when the tree has come that far, and the published one.
 */
export class Claims {
  private readonly archived: AsyncIterator<ArchivedCheckpoint, void>;
  private next: ArchivedCheckpoint | undefined;

  private constructor(
    archive: Bucket,
    from: number,
    private published: PublishedCheckpoint | undefined,
    private readonly keys: readonly string[],
    private readonly journal: Journal,
  ) {
    this.archived = checkpointsFrom(archive, from);
    // An audit that went on is past it.
    if (published && published.size < from) this.published = undefined;
  }

  /** Those of sizes from `from` on. */
  static async open(
    from: number,
    published: PublishedCheckpoint | undefined,
    keys: readonly string[],
    { archive, journal }: Pick<Audit, 'archive' | 'journal'>,
  ): Promise<Claims> {
    const claims = new Claims(archive, from, published, keys, journal);
    await claims.readNext();
    return claims;
  }

  /** Those of sizes up to `size` that were not given yet. */
  async upTo(size: number): Promise<Claim[]> {
    const claims: Claim[] = [];
    for (; this.next && this.next.size <= size; await this.readNext()) claims.push(await this.openArchived(this.next));
    if (this.published && this.published.size <= size) {
      claims.push(this.open(this.published, false));
      this.published = undefined;
    }
    return claims;
  }

  private async openArchived(checkpoint: ArchivedCheckpoint): Promise<Claim> {
    const { journal } = this;
    journal.count('checkpoints', 1);
    journal.count('timestamps', checkpoint.timestamp ? 1 : 0);
    const claim = this.open(checkpoint, true);
    journal.report(await checkTimestamp(checkpoint));
    return claim;
  }

  private open({ size, note }: PublishedCheckpoint, isArchived: boolean): Claim {
    const { claim, findings } = openClaim(size, note, this.keys, isArchived);
    this.journal.report(findings);
    return claim;
  }

  private async readNext(): Promise<void> {
    this.next = (await this.archived.next()).value ?? undefined;
  }
}
