import { upheldObjection } from '../consent/decide/weighing';
import { toTell } from '../consent/weighing';
import type { Entry, EntryFor } from '../consent/entry';
import { fold } from '../consent/fold';
import type { SubjectId } from '../ids';
import { readPart } from '../ledger/read-part';
import { readParts } from '../ledger/vault';
import { decisionLetter } from '../mail/decision-letter';
import { ownLanguage } from '../policy/own-language';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import { deliver } from './deliver';
import type { Deps } from './deps';
import { languageOf } from './exercise-right';
import { takeStep } from './take-step';

export interface Told {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  readonly step: EntryFor<'ObjectionDecided'>;
}

/**
 * Tells the person what came of their objection, and why; where it is upheld, it stands from then on. What they said yes to in the
 * meantime is no part of it.
 *
 * 1. Send, unless it was sent. A crash after it sends it once more.
 * 2. Object. A crash before leaves the purposes without mail; the message comes again.
 */
export async function tellDecision(
  deps: Pick<Deps, 'ledger' | 'vault' | 'links' | 'mail'>,
  site: Site,
  { subject, entries, step }: Told,
  now: Date,
): Promise<void> {
  const { facts, seq, parts, actor } = step;
  const purposes = toTell(step, entries);
  if (purposes.length > 0) {
    const language = languageOf(entries, ownLanguage(site), now);
    const reason =
      parts['reason'] && readPart('reason', (await readParts(deps.vault, subject, now)).get(parts['reason']));
    const decision = facts.decision === 'upheld' ? 'upheld' : 'refused';
    const letter = decisionLetter(site, language, { decision, purposes, grounds: reason ? reason.reason : '' });
    const last = fold(entries, now).at(-1);
    const record = { ...(last && { recordId: last.recordId }), language };
    const about = { kind: 'objection-decided', facts: { tellsOf: seq } } as const;
    await deliver(deps, { site, subject, entries, record, ...about, letter, now });
  }
  const decide = upheldObjection({ site, requires: requirements(site), operator: actor, told: {} }, step);
  await takeStep(deps, { subject, now, decide: (_, ...seen) => decide(...seen) });
}
