import type { RecordId, SubjectId } from '../ids';
import type { Actor, Entry, EntryPurpose, Facts, MailKind } from '../consent/entry';
import { identitiesOf, identityName } from '../consent/identity';
import { takeStep } from './take-step';
import { logger } from '../logger';
import { readParts, withoutErased } from '../ledger/vault';
import { mailboxOf, whoIs } from '../ledger/who-is';
import type { Language, Site } from '../policy/schema';
import { compose } from '../mail/compose';
import type { Letter } from '../mail/letters';
import { send } from '../mail/send';
import type { Deps } from './deps';

export interface Delivery {
  readonly site: Site;
  readonly subject: SubjectId;
  /** The subject's history; the address is found by it. */
  readonly entries: readonly Entry[];
  /** The record that the mail is about, if any; and the language that it is in. */
  readonly record: { readonly recordId?: RecordId; readonly language: Language };
  /** @default the address that the person goes by, or else the record */
  readonly to?: string | undefined;
  readonly kind: MailKind;
  /** What it asks about, where the answer is about that alone. */
  readonly purposes?: readonly EntryPurpose[];
  readonly letter: Letter;
  readonly now: Date;
  /** @default the system */
  readonly actor?: Actor;
  /** What else the entry says. */
  readonly facts?: Facts;
  /** When entry and copy go unless that is changed later. */
  readonly end?: Date | undefined;
}

/**
 * Sends a mail and says so in the ledger.
 *
 * 1. Send. A crash after it sends the mail once more: that is the price of never losing one. Its links are made anew, and the same.
 * 2. Add the entry, with a copy of the mail that has no link which somebody could use.
 *
 * @returns whether there was still an address to send it to
 */
export async function deliver(
  deps: Pick<Deps, 'ledger' | 'vault' | 'links' | 'mail'>,
  delivery: Delivery,
): Promise<boolean> {
  const { site, subject, entries, record, kind, letter, now, end } = delivery;
  const to = delivery.to ?? (await addressOf(deps, subject, entries, record, now));
  if (to === undefined) {
    // An address that is gone at its end has nothing left to be mailed about; lost ones are found by `audit`.
    logger.warn('no address to mail', { site: site.id });
    return false;
  }
  const { mime, copy } = await compose(deps.links, site, to, letter, now);
  const messageId = await send(deps.mail, { from: site.sender.address, to, subject, kind }, mime);
  await takeStep(deps, {
    subject,
    now,
    decide: (_, __, moment) => ({
      type: 'MailSent',
      site: site.id,
      ...(record.recordId !== undefined && { recordId: record.recordId }),
      at: moment.toISOString(),
      actor: delivery.actor ?? { kind: 'system' },
      language: record.language,
      purposes: delivery.purposes ?? [],
      facts: { mail: kind, messageId, ...delivery.facts },
    }),
    parts: { mail: copy },
    ...(end && { partsEnd: end, entryEnd: end }),
  });
  return true;
}

/**
 * Where mail goes; undefined where the address was deleted. A form that anybody can fill in does not decide how the address is
 * spelled of a person who confirmed it before.
 */
async function addressOf(
  deps: Pick<Deps, 'vault'>,
  subject: SubjectId,
  entries: readonly Entry[],
  { recordId }: Delivery['record'],
  now: Date,
): Promise<string | undefined> {
  const own = entries.filter((entry) => entry.recordId === recordId).flatMap((entry) => identityName(entry) ?? []);
  const kept = withoutErased(await readParts(deps.vault, subject, now), entries);
  const identity = whoIs([...identitiesOf(entries), ...own.reverse()], kept);
  return identity && mailboxOf(identity);
}
