import { randomBytes } from 'node:crypto';
import { storable } from '../../shared/http/client-ip';
import { readConsent, type ConsentReport } from '../../shared/http/consent-body';
import { recordConsent } from '../../shared/http/operations/record-consent';
import { Problem } from '../../shared/http/problem';
import { on, serve } from '../../shared/http/serve';
import { NotRecordable, type Obstacle } from '../../shared/consent/errors';
import { fold } from '../../shared/consent/fold';
import { recordFromElsewhere, type Recording } from '../../shared/consent/decide/record-decisions';
import { keepNotice, readHistory } from '../../shared/ledger/ledger';
import type { Parts } from '../../shared/ledger/part';
import { recordIdFor, subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import { noticeHash } from '../../shared/policy/notices';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** Takes a consent that was given elsewhere, a legitimate interest, or a contract, with whatever proof comes along. */
const take = on(recordConsent, async ({ site, body, operator, now }, answer) => {
  const report = readConsent(site, body, now);
  const subject = await subjectId(deps.subjectKey, site.id, report.address.canonical);
  const recording = await recordingOf(site.id, subject, report, operator);
  const isNew = await (report.dryRun ? wouldBeNew : record)(subject, recording, report, now).catch(explain);
  const outcome = {
    status: isNew ? ('recorded' as const) : ('already-recorded' as const),
    recordId: recording.recordId,
    ...(report.dryRun && { dryRun: true as const }),
  };
  return answer.json(isNew && !report.dryRun ? 201 : 200, outcome);
});

async function recordingOf(
  site: string,
  subject: string,
  { language, legalBasis, notices, source, givenAt, proof, reference }: ConsentReport,
  backend: string,
): Promise<Recording> {
  const recordId =
    reference === undefined
      ? randomBytes(16).toString('base64url')
      : await recordIdFor(deps.subjectKey, subject, reference);
  const purposes = notices.map((notice) => ({
    id: notice.purpose ?? '',
    legalBasis,
    noticeHash: noticeHash(notice),
  }));
  const actor = { kind: 'backend', id: backend } as const;
  return { site, recordId, actor, language, legalBasis, purposes, source, givenAt, proof };
}

async function record(subject: string, recording: Recording, report: ConsentReport, now: Date): Promise<boolean> {
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (state, entries, moment) => recordFromElsewhere(state, entries, recording, moment),
    parts: partsOf(report),
    alongside: () => Promise.all(report.notices.map((notice) => keepNotice(deps.ledger, notice))),
  });
  return entry !== undefined;
}

async function wouldBeNew(subject: string, recording: Recording, _: ConsentReport, now: Date): Promise<boolean> {
  const { entries } = await readHistory(deps.ledger, subject, now);
  return recordFromElsewhere(fold(entries, now), entries, recording, now) !== undefined;
}

function partsOf({ address, fields, visitor, note }: ConsentReport): Parts {
  return {
    identity: { email: address.typed, ...(Object.keys(fields).length > 0 && { fields }) },
    ...(visitor && {
      network: {
        ip: visitor.ip,
        ipSource: 'backend',
        ...(visitor.userAgent !== undefined && { userAgent: storable(visitor.userAgent) }),
      },
    }),
    ...(note !== undefined && { reason: { reason: note } }),
  };
}

const WHY: Readonly<Record<Obstacle, string>> = {
  suppressed: 'The person asked not to be brought back by a report of others; only they can, by signing up.',
  restricted:
    'The data of the person may not be used; only they can change that, by signing up, or an operator who lifts it.',
  erased: 'The data of the person was erased after this was given; only they can bring it back, by signing up.',
  objected: 'The person objected to this purpose; do not mail them. Only they can take that back, by signing up.',
  withdrawn: 'The person withdrew after this was given; do not mail them. They can sign up again.',
  lapsed: 'The person left the question unanswered whether to go on; do not mail them. They can sign up again.',
};

function explain(error: unknown): never {
  if (!(error instanceof NotRecordable)) throw error;
  throw new Problem(409, error.obstacle, WHY[error.obstacle]);
}

export const handler = serve(deps.sites, take);
