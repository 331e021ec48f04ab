import { factsOf, type Entry, type EntryAsset } from '../../consent/entry';
import { isBeginning } from '../../consent/steps/begins-and-ends';
import type { PurposeState, RecordState } from '../../consent/fold';
import { findAsset, inLanguage, purposeName } from '../../policy/sites';
import { legalBasesIn } from '../../words/legal-bases';
import { standingOf } from '../../consent/standing';
import { purposeStatus } from '../purpose-status';
import type { ReportSources } from './report-sources';
import { originOf } from './origin';
import type { Beginning, ReportedPurpose, ReportedRecord, ReportedWording } from './report';
import { storageOf } from './storage';

/** One sign-up, as the report has it. */
export function reportedRecord(sources: ReportSources, record: RecordState, end: Date | undefined): ReportedRecord {
  const { site, held, language, now } = sources;
  const { recordId, requestedAt, confirmedAt = null, purposes, asset } = record;
  const first = held.entries.find((entry) => entry.recordId === recordId);
  return {
    recordId,
    began: beganWith(first),
    origin: first ? originOf(first) : 'system',
    requestedAt,
    // What is recorded from elsewhere was confirmed by nobody here.
    confirmedAt: record.isFromElsewhere ? null : confirmedAt,
    signedUpAt: (first && factsOf(first).signedUpAt) ?? null,
    signedUpUntil: (first && factsOf(first).signedUpUntil) ?? null,
    givenAt: (first && factsOf(first).givenAt) ?? null,
    givenUntil: (first && factsOf(first).givenUntil) ?? null,
    purposes: purposes.map((purpose) => reportedPurpose(sources, record, purpose)),
    order: asset ? reportedOrder(sources, asset) : null,
    storage: storageOf(record, end, { site, language, now }),
  };
}

const beganWith = (entry: Entry | undefined): Beginning =>
  entry && entry.type !== 'ConsentRequested' && isBeginning(entry) ? (entry.type as Beginning) : 'ConsentRequested';

function reportedPurpose(sources: ReportSources, record: RecordState, purpose: PurposeState): ReportedPurpose {
  const { site, held, language, now } = sources;
  const { id, legalBasis, status, since, noticeHash } = purpose;
  const known = { entries: held.entries, standing: standingOf(held.entries), at: now.toISOString() };
  const { text, isGood } = purposeStatus(known, record, purpose, language);
  return {
    id,
    name: purposeName(site, id, language),
    legalBasis,
    legalBasisText: legalBasesIn(language)[legalBasis].inFull,
    status,
    statusText: text,
    inForce: isGood,
    since,
    wording: wordingOf(sources, noticeHash),
  };
}

function reportedOrder(sources: ReportSources, { id, noticeHash }: EntryAsset): ReportedRecord['order'] {
  const { site, language } = sources;
  const asset = findAsset(site, id);
  return { id, title: asset ? inLanguage(asset.title, language) : id, wording: wordingOf(sources, noticeHash) };
}

function wordingOf({ held }: ReportSources, hash: string): ReportedWording | null {
  const notice = held.notices.get(hash);
  return notice ? { version: notice.version, language: notice.language, text: notice.text, hash } : null;
}
