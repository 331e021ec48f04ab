import type { Entry } from '../../shared/consent/entry';
import { wentWithSite } from '../../shared/consent/keep/went-with-site';
import { understoodEntries, type AnyEntry } from '../../shared/consent/read-entry';
import { stepType } from '../../shared/consent/steps';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import type { SubjectId } from '../../shared/ids';
import type { AudienceTable, Holdings } from '../../shared/ledger/table';
import { everythingGoes } from '../../shared/policy/closing';
import type { Site } from '../../shared/policy/schema';
import { PATIENCE_MS } from '../audit/ends';
import { entriesOf, subjectOf, type LedgerItem } from '../tables/subject-items';

/** What a look at derived things goes by. */
export interface Looking extends Holdings {
  readonly audience: AudienceTable;
  readonly siteOf: (id: string) => Site | undefined;
  readonly now: Date;
}

/** Somebody of whom there is something, as the ledger has it. */
export interface Person {
  readonly subject: SubjectId;
  readonly site: Site;
  readonly entries: readonly Entry[];
  readonly all: readonly AnyEntry[];
  /** How many entries lie in the ledger, with those that are past their end. */
  readonly stored: number;
  /** Whether they went with their site: then nothing has to be derived any more but that they are deleted. */
  readonly isGone: boolean;
}

/** Something that was not derived, or not rightly: a consumer's message about it was lost. */
export interface Lack {
  readonly consumer: ConsumerName;
  readonly code: LackCode;
  readonly site: string;
  readonly subject: SubjectId;
  /** The step that the consumer has to look at; undefined where it looks at the whole person. */
  readonly seq?: number;
  /** Says what is lacking, for the operator; names ids alone. */
  readonly text: string;
}

export type LackCode =
  | 'audienceMissing'
  | 'audienceTooMuch'
  | 'audienceWrong'
  | 'changeMissing'
  | 'caseMissing'
  | 'worklistMissing'
  | 'lookMissing'
  | 'notCounted'
  | 'mailMissing'
  | 'moveUnfinished'
  | 'notTold'
  | 'deletionMissing'
  | 'endWrong'
  | 'summaryWrong';

/** The subject of a partition of the ledger; undefined where it is nobody's, or of a site that is configured no longer. */
export function personIn(
  items: readonly LedgerItem[],
  { siteOf, now }: Pick<Looking, 'siteOf' | 'now'>,
): Person | undefined {
  const subject = subjectOf(items);
  const all = subject === undefined ? [] : entriesOf(items, now);
  const site = all[0] && siteOf(all[0].site);
  if (subject === undefined || !site) return undefined;
  const entries = understoodEntries(all);
  return {
    subject,
    site,
    entries,
    all,
    stored: items.length,
    isGone: wentWithSite(entries, everythingGoes(site), now),
  };
}

/**
 * The steps that one of these consumers hears of, oldest first; none where one of them may be on its way still: what is lacking
 * follows from all of them, so a person is looked at as a whole, or left alone.
 */
export function heardOf({ entries }: Person, consumers: readonly ConsumerName[], now: Date): Entry[] {
  const settled = new Date(now.getTime() - PATIENCE_MS).toISOString();
  const heard = entries.filter((entry) => stepType(entry).tells.some((name) => consumers.includes(name)));
  return heard.every(({ at }) => at < settled) ? heard : [];
}

/** Whether a consumer heard of anything, and all of it had its time. */
export function isSettled(person: Person, consumer: ConsumerName, now: Date): boolean {
  return heardOf(person, [consumer], now).length > 0;
}
