import { type RecordId, type SubjectId, recordIdOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { recordFromElsewhere, type Recording } from '../consent/decide/record-decisions';
import { asBackend, type Operator } from '../consent/entry';
import { NotRecordable, type Obstacle } from '../consent/errors';
import { fold } from '../consent/fold';
import { storable } from '../http/client-ip';
import type { ConsentReport } from '../http/consent-body';
import { Problem } from '../http/problem';
import { keepNotice, readHistory } from '../ledger/ledger';
import { identityParts, type Parts } from '../ledger/part';
import { addressDigest, recordIdFor, subjectId } from '../ledger/subject-id';
import { noticeHash } from '../policy/notices';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { takeStep } from './take-step';

type ConsentDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>;

/**
 * Takes a consent that was given elsewhere, a legitimate interest, or a contract, with whatever proof comes along. Says whether
 * it is new.
 *
 * @throws {Problem} 409 where the person has said otherwise since
 */
export async function takeConsent(
  deps: ConsentDeps,
  site: Site,
  report: ConsentReport,
  operator: Operator,
  now: Date,
): Promise<{ readonly recordId: RecordId; readonly isNew: boolean }> {
  const subject = await subjectId(deps.subjectKey, site.id, report.address.canonical);
  const recording = await recordingOf(deps, site.id, subject, report, operator);
  const isNew = await (report.dryRun ? wouldBeNew : record)(deps, subject, recording, report, now).catch(explain);
  return { recordId: recording.recordId, isNew };
}

async function recordingOf(
  deps: ConsentDeps,
  site: string,
  subject: SubjectId,
  {
    language,
    legalBasis,
    notices,
    source,
    givenAt,
    givenUntil,
    signedUpAt,
    signedUpUntil,
    proof,
    reference,
    address: { canonical },
  }: ConsentReport,
  operator: Operator,
): Promise<Recording> {
  const recordId =
    reference === undefined ? recordIdOf(randomBytes(16)) : await recordIdFor(deps.subjectKey, subject, reference);
  const purposes = notices.map((notice) => ({
    id: notice.purpose,
    legalBasis,
    noticeHash: noticeHash(notice),
  }));
  const address = await addressDigest(deps.subjectKey, { subject, recordId }, canonical);
  return {
    site,
    recordId,
    actor: asBackend(operator),
    address,
    language,
    legalBasis,
    purposes,
    source,
    givenAt,
    givenUntil,
    signedUpAt,
    signedUpUntil,
    proof,
  };
}

async function record(
  deps: ConsentDeps,
  subject: SubjectId,
  recording: Recording,
  report: ConsentReport,
  now: Date,
): Promise<boolean> {
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (state, entries, moment, all) => recordFromElsewhere(state, entries, recording, moment, all),
    parts: partsOf(report),
    alongside: () => Promise.all(report.notices.map((notice) => keepNotice(deps.ledger, notice))),
  });
  return entry !== undefined;
}

async function wouldBeNew(
  deps: ConsentDeps,
  subject: SubjectId,
  recording: Recording,
  _: ConsentReport,
  now: Date,
): Promise<boolean> {
  const { entries, all } = await readHistory(deps.ledger, subject, now);
  return recordFromElsewhere(fold(entries, now), entries, recording, now, all) !== undefined;
}

function partsOf({ address, fields, visitor, signedUpBy, note }: ConsentReport): Parts {
  return {
    ...identityParts({ email: address.typed }, fields),
    ...((visitor ?? signedUpBy) && {
      network: {
        ...(visitor && hop(visitor)),
        ipSource: 'backend',
        ...(signedUpBy && { signedUpBy: hop(signedUpBy) }),
      },
    }),
    ...(note !== undefined && { reason: { reason: note } }),
  };
}

const hop = ({ ip, userAgent }: NonNullable<ConsentReport['visitor']>) => ({
  ip,
  ...(userAgent !== undefined && { userAgent: storable(userAgent) }),
});

const WHY: Readonly<Record<Obstacle, string>> = {
  suppressed: 'The person asked not to be brought back by a report of others; only they can, by signing up.',
  restricted:
    'The data of the person may not be used; only they can change that, by signing up, or an operator who lifts it.',
  erased: 'The data of the person was erased; only they can bring it back, by signing up.',
  objected: 'The person objected to this purpose; do not mail them. Only they can take that back, by signing up.',
  withdrawn: 'The person withdrew; do not mail them. They can sign up again.',
  lapsed: 'The person left the question unanswered whether to go on; do not mail them. They can sign up again.',
};

function explain(error: unknown): never {
  if (!(error instanceof NotRecordable)) throw error;
  throw new Problem(409, error.obstacle, WHY[error.obstacle]);
}
