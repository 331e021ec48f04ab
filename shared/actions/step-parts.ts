import type { Digest, RecordId } from '../ids';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import { sealParts, type PartClass, type SealedPart } from '../ledger/part';
import { putPart, replaceByNothing } from '../ledger/vault';
import { logger } from '../logger';
import type { Deps } from './deps';
import type { StepRequest } from './take-step';

/** What an entry says of its parts. */
interface Saved {
  readonly digests: Readonly<Record<string, Digest>>;
  readonly missing: readonly PartClass[];
}

interface Saving {
  readonly recordId: RecordId | undefined;
  readonly sealed: readonly SealedPart[];
  /** Of each part, whether it is there. */
  readonly results: Promise<readonly PromiseSettledResult<void>[]>;
}

type Asked = Pick<StepRequest, 'subject' | 'now' | 'parts' | 'saved' | 'partsEnd' | 'evenWithoutParts'>;

/** The parts of one step, which are saved before the entry that names them. */
export class StepParts {
  private saving: Saving | undefined;

  constructor(
    private readonly deps: Pick<Deps, 'vault'>,
    private readonly asked: Asked,
  ) {}

  /** Begins to save them as those of a record. Nobody hears of a failure before {@link savedFor}. */
  saveFor(recordId: RecordId | undefined): Saving {
    const { subject, now, parts = {}, partsEnd = endOfUnclaimed(now) } = this.asked;
    const sealed = sealParts(parts);
    const saving = sealed.map((part) => putPart(this.deps.vault, subject, recordId, part, partsEnd));
    this.saving = { recordId, sealed, results: Promise.allSettled(saving) };
    return this.saving;
  }

  /** Durable when this returns; once, however often a step is tried. */
  async savedFor(recordId: RecordId | undefined): Promise<Saved> {
    if (this.saving && this.saving.recordId !== recordId) await this.replaceByNothing();
    const { sealed, results } = this.saving ?? this.saveFor(recordId);
    const settled = await results;
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed && !this.asked.evenWithoutParts) throw failed.reason;
    const there = [...(this.asked.saved ?? []), ...sealed.filter((_, n) => settled[n]?.status === 'fulfilled')];
    const missing = sealed.filter((_, n) => settled[n]?.status === 'rejected');
    return {
      digests: Object.fromEntries(there.map((part) => [part.class, part.digest])),
      missing: missing.map((part) => part.class),
    };
  }

  /** No entry came to name them. If that cannot be done they go at their end, and nobody who waits has to hear of it. */
  async replaceByNothing(): Promise<void> {
    if (!this.saving) return;
    const { subject, now } = this.asked;
    const { recordId, sealed, results } = this.saving;
    this.saving = undefined;
    await results;
    const replaced = sealed.map((part) => replaceByNothing(this.deps.vault, subject, recordId, part, now));
    const failed = (await Promise.allSettled(replaced)).filter(({ status }) => status === 'rejected');
    if (failed.length > 0) logger.warn('parts of no step stay until their end', { count: failed.length });
  }
}
