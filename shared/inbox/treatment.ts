import type { Facts } from '../consent/entry';
import type { Automatic } from './automatic';
import type { Recognised, Wish } from './recognise';

/** What is known of a mail, and of its writer. */
export interface Findings {
  readonly provenBy: Facts['provenBy'];
  readonly automatic: Automatic | undefined;
  readonly recognised: Recognised;
  readonly isReadable: boolean;
  readonly isSpam: boolean;
  readonly isVirus: boolean;
  /** Whether the writer was ever asked for anything at the site. */
  readonly isKnown: boolean;
  /** Whether the person consented after it was written: then it was about something else, or is an old mail come again. */
  readonly isOutdated: boolean;
}

/** Why a mail is not read by anybody. */
export type Unread = 'virus' | 'spam' | 'automatic';

/** What becomes of a mail: nothing but a count, a note, or what it wishes for, or somebody reads it. */
export type Treatment =
  | { readonly do: 'count'; readonly because: Unread }
  | { readonly do: 'note' }
  | { readonly do: 'carry-out'; readonly wish: Wish; readonly isCase: boolean }
  | { readonly do: 'case'; readonly reading: CaseReading; readonly isMore: boolean };

/** Why somebody has to read a mail. */
export type CaseReading = 'unclear' | 'unproven' | 'unreadable';

/** Only what is certain is carried out: who wrote it, that they wrote it themselves, and what they want. */
export function treat(findings: Findings): Treatment {
  const { provenBy, automatic, recognised, isSpam, isVirus, isKnown, isOutdated } = findings;
  if (isVirus) return { do: 'count', because: 'virus' };
  // Nobody but the recipient has their own address: what a program sends there is a report, or unsubscribes for them.
  if (automatic && provenBy !== 'address') {
    return isKnown ? { do: 'note' } : { do: 'count', because: 'automatic' };
  }
  // Nobody but the recipient has the address, and hardly anybody known is a spammer: somebody has a look.
  if (isSpam)
    return provenBy && isKnown
      ? { do: 'case', reading: 'unclear', isMore: recognised.saysMore }
      : { do: 'count', because: 'spam' };
  if (!findings.isReadable) return { do: 'case', reading: 'unreadable', isMore: recognised.saysMore };
  if (!provenBy) return { do: 'case', reading: 'unproven', isMore: recognised.saysMore };
  const wish = isOutdated ? undefined : wishOf(findings);
  // Consent that is nowhere cannot be withdrawn: perhaps it was given for another address.
  if (!wish || (wish === 'withdrawal' && !isKnown))
    return { do: 'case', reading: 'unclear', isMore: recognised.saysMore };
  return { do: 'carry-out', wish, isCase: recognised.saysMore };
}

/** Whoever says nothing to an address that is only there to unsubscribe by, says that; an answer or a report does not. */
function wishOf({ provenBy, automatic, recognised: { wish, isSilent } }: Findings): Wish | undefined {
  if (automatic === 'answer') return undefined;
  return wish ?? (provenBy === 'address' && isSilent ? 'withdrawal' : undefined);
}
