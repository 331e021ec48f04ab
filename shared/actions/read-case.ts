import { plus } from '../calendar';
import { caseEntry, caseRead } from '../consent/decide/cases';
import type { Entry } from '../consent/entry';
import { shownMail, type ShownMail } from '../inbox/shown-mail';
import { readHistory } from '../ledger/ledger';
import { readPart } from '../ledger/read-part';
import { readParts, withoutErased } from '../ledger/vault';
import type { Deps } from './deps';
import type { OpenCase } from './find-open-case';
import { takeStep } from './take-step';

/** The mail that a case is about. That it is read is written down before it is shown. */
export async function readCase(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { open, operation }: OpenCase,
  reason: string,
  now: Date,
) {
  const { id, subject, since } = open;
  const { entries } = await readHistory(deps.ledger, subject, now);
  const entry = caseEntry(entries, id);
  const mail = entry && (await mailOf(deps, entry, entries, now));
  const end = plus(now, operation.site.retention.accessLog);
  const decide = (_: unknown, __: unknown, moment: Date) => caseRead({ ...operation, told: {} }, id, moment);
  await takeStep(deps, { subject, now, decide, parts: { reason: { reason } }, entryEnd: end, partsEnd: end });
  const { reading = null, provenBy = null } = entry?.facts ?? {};
  return { case: id, since, reading, provenBy, mail: mail ?? null };
}

/** Undefined where it was deleted or erased. */
async function mailOf(
  deps: Pick<Deps, 'vault'>,
  entry: Entry,
  entries: readonly Entry[],
  now: Date,
): Promise<ShownMail | undefined> {
  const parts = withoutErased(await readParts(deps.vault, entry.subject, now), entries);
  const { mail: digest } = entry.parts;
  const mail = digest === undefined ? undefined : readPart('mail', parts.get(digest));
  return mail && shownMail(mail);
}
