import { type EntryHash, type SubjectId, recordIdOf } from '../ids';
import { randomBytes } from 'node:crypto';
import type { SignUp } from '../consent/decide/decisions';
import { endOfUnconfirmed } from '../consent/keep/birth-ends';
import { withFacts, type Entry } from '../consent/entry';
import { NotMovable, type MoveObstacle } from '../consent/errors';
import { movable, moveRequest, movedTo, type Movable } from '../consent/decide/moving';
import type { Decision, Operation } from '../consent/decide/operator-decisions';
import { lengthMs } from '../duration';
import { readEmailAddress, type EmailAddress } from '../email-address';
import { readHistory } from '../ledger/ledger';
import { movedIdentity } from './moved-identity';
import { addressDigest, subjectId } from '../ledger/subject-id';
import { takeStep } from './take-step';
import { imagineSteps } from './take-steps';
import { Problem } from '../http/problem';
import { answerOf, outlineOf } from '../http/subject-answer';
import type { Whose } from '../http/subject-body';
import type { SubjectBody } from '../http/subject-steps';
import { mailCaps } from '../limits/mail-caps';
import { Allowance, unlessUsedUp } from './allowance';
import type { Deps } from './deps';
import { holdLabels } from './hold-labels';

/** The address that a person is to go by from now on, where it is not merely another spelling of the one they have. */
export function otherAddress(newEmail: string | undefined, whose: Whose): EmailAddress | undefined {
  if (newEmail === undefined || 'id' in whose) return undefined;
  const read = readEmailAddress(newEmail);
  return typeof read === 'string' || read.canonical === whose.canonical ? undefined : read;
}

interface Known {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
}

interface Order {
  /** An operator's; a person needs none. */
  readonly reason?: string;
  readonly dryRun: boolean;
}

/**
 * Art. 16 GDPR: asks the new address to confirm what the old one has in force. Nothing changes for the old one until then; what
 * follows is the work of `mover`.
 */
export async function moveAddress(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  operation: Operation,
  { reason, ...order }: Pick<SubjectBody, 'reason' | 'dryRun'>,
  old: Known & { readonly head: EntryHash | null },
  address: EmailAddress,
  now: Date,
): Promise<Moved> {
  const { site } = operation;
  const dryRun = order.dryRun ?? false;
  try {
    const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
    const wanted = wantedOf(old.entries, subject, now);
    const taken = wanted ? await ask(deps, operation, { reason, dryRun }, { old, wanted, subject, address }, now) : [];
    const done = taken.map((entry) => outlineOf(entry, dryRun));
    const labels = await holdLabels(deps, { ...old, now });
    const answer = answerOf({ site, dryRun, head: old.head, before: old.entries, taken: [], now, labels });
    return { ...answer, done, move: wanted ? WAITS : { state: 'moved' as const } };
  } catch (error) {
    throw error instanceof NotMovable ? new Problem(409, 'not-movable', REFUSALS[error.obstacle]) : error;
  }
}

/**
 * The same by the person, who confirmed it at the old address before.
 *
 * @throws {NotMovable}
 */
export async function askNewAddress(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  operation: Operation,
  { old, address }: Pick<Wish, 'old' | 'address'>,
  now: Date,
): Promise<void> {
  const subject = await subjectId(deps.subjectKey, operation.site.id, address.canonical);
  const wanted = subject === old.subject ? undefined : wantedOf(old.entries, subject, now);
  if (wanted) await ask(deps, operation, { dryRun: false }, { old, wanted, subject, address }, now);
}

interface Moved extends ReturnType<typeof answerOf> {
  readonly move: { readonly state: 'to-be-confirmed' | 'moved'; readonly next?: string };
}

const WAITS = {
  state: 'to-be-confirmed' as const,
  next: 'The new address is asked by mail to confirm. Once it has, what it took over ends at the old one; until then the old one stays in use.',
};

/** Undefined where all of it was moved there before. */
function wantedOf(entries: readonly Entry[], to: SubjectId, now: Date): Movable | undefined {
  try {
    return movable(entries, now);
  } catch (error) {
    if (error instanceof NotMovable && movedTo(entries).includes(to)) return undefined;
    throw error;
  }
}

interface Wish {
  readonly old: Known;
  readonly wanted: Movable;
  /** The subject of the new address. */
  readonly subject: SubjectId;
  readonly address: EmailAddress;
}

async function ask(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  operation: Operation,
  { reason, dryRun }: Order,
  wish: Wish,
  now: Date,
): Promise<readonly Entry[]> {
  const { site, told } = operation;
  const { old, wanted, subject, address } = wish;
  const recordId = recordIdOf(randomBytes(16));
  const digest = await addressDigest(deps.subjectKey, { subject, recordId }, address.canonical);
  const signUp = { ...signUpOf(operation, wanted, now), recordId, address: digest };
  const { mailsPerDay } = site.confirmation;
  const move = { from: old.subject, purposes: wanted.purposes, signUp, mailsPerDay };
  const decide: Decision = (entries, moment) => {
    const step = moveRequest(entries, move, moment);
    return step && withFacts(step, told);
  };
  const parts = {
    ...(await movedIdentity(deps, old.subject, old.entries, address.typed, now)),
    ...(reason !== undefined && { reason: { reason } }),
  };
  if (dryRun) return imagineSteps([{ decide, parts }], { subject, now }, await readHistory(deps.ledger, subject, now));
  const end = endOfUnconfirmed(signUp.confirmBy);
  const allowance = new Allowance(
    deps,
    site,
    mailCaps(site, address.canonical, { by: reason === undefined ? 'link' : 'operator' }),
    now,
  );
  const taken = takeStep(deps, {
    subject,
    now,
    meanwhile: () => allowance.read(),
    decide: (_, ...seen) => {
      const step = decide(...seen);
      if (step && allowance.isUsedUp) throw new NotMovable('enough-mails');
      return step;
    },
    alongside: () => allowance.use(),
    parts,
    entryEnd: end,
    partsEnd: end,
  });
  const seen = await taken.catch(unlessUsedUp);
  if (!seen) throw new NotMovable('enough-mails');
  return seen.entry ? [seen.entry] : [];
}

function signUpOf(
  { site, operator }: Operation,
  { record, purposes }: Movable,
  now: Date,
): Omit<SignUp, 'recordId' | 'address'> {
  return {
    site: site.id,
    actor: operator,
    language: record.language,
    purposes: purposes.map(({ id, legalBasis, noticeHash }) => ({ id, legalBasis, noticeHash })),
    privacyNotice: site.controller.privacyNotice.version,
    confirmBy: new Date(now.getTime() + lengthMs(site.confirmation.pending)),
  };
}

const REFUSALS: Readonly<Record<MoveObstacle, string>> = {
  nothing:
    'No consent is in force at the old address, so there is nothing to move. The person can sign up with the new one.',
  restricted: 'What there is at the old address is restricted (Art. 18). Lift that first, if the person wants it used.',
  objected:
    'The new address is not to be written to: there is an objection or a suppression mark. The person can sign up with it.',
  'new-restricted':
    'What there is at the new address is restricted (Art. 18). Lift that first, if the person wants it used.',
  'enough-mails':
    'The new address, or its mailbox, had its confirmation mails for today. Send this order again tomorrow.',
};
