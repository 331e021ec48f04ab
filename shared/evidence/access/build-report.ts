import type { Entry } from '../../consent/entry';
import type { SubjectState } from '../../consent/fold';
import { stateAt } from '../../consent/keep/registration-maximum';
import { standingOf, type Standing } from '../../consent/standing';
import type { Reading, Reason } from '../../ledger/part';
import type { Language, Site } from '../../policy/schema';
import { ownLanguage } from '../../policy/own-language';
import { inLanguage, purposeName } from '../../policy/sites';
import { stepsIn } from '../../words/steps';
import { isAnythingHeld } from './held';
import type { AccessReport, ReportedReading, ReportedRecipient, ReportedStanding } from './report';
import { REPORT_FORMAT } from './report';
import type { ReportSources } from './report-sources';
import { reportedData, reportedSteps } from './reported-history';
import { reportedRecord } from './reported-record';
import { endsOfRecords, storageOfAll } from './storage';
import { accessIn } from '../../words/access';

/** Puts the report together. */
export function buildReport(sources: ReportSources): AccessReport {
  const { site, subject, email, language, held, now } = sources;
  const { name, address, country, email: contact, privacyNotice, ...officials } = site.controller;
  const { dataProtectionOfficer = null, supervisoryAuthority: authority } = officials;
  const texts = accessIn(language);
  const isHeld = isAnythingHeld(held);
  const records = stateAt(held.entries, site, now);
  const standing = standingOf(held.entries);
  const ends = endsOfRecords(held.entries, site);
  return {
    format: REPORT_FORMAT,
    site: site.id,
    subject,
    language,
    at: now.toISOString(),
    email,
    held: isHeld,
    scope: texts.scope(name),
    controller: { name, address, country, email: contact, privacyNotice },
    dataProtectionOfficer,
    records: records.map((record) => reportedRecord(sources, record, ends.get(record.recordId))),
    furtherPurposes: isHeld ? texts.furtherPurposes : [],
    standing: reportedStanding(standing),
    data: reportedData(sources),
    history: reportedSteps(sources),
    recipients: isHeld ? recipients(sources, records) : [],
    location: texts.recipients.location,
    readings: readings(sources),
    storage: isHeld ? storageOfAll(site, standing, language) : [],
    rights: texts.rights,
    howToUseRights: texts.howToUseRights(contact, `${name}, ${address}`),
    complaint: { ...authority, text: texts.complaint(authority.name, authority.url) },
    automatedDecisions: { exist: false, profiling: false, text: texts.automated },
  };
}

function reportedStanding(standing: Standing): ReportedStanding {
  const { restrictedSince, objections, holds, erased, isSuppressed, undeliverableSince, language, cases } = standing;
  return {
    restrictedSince: restrictedSince ?? null,
    objections: [...objections],
    holds,
    erasedAt: erased?.at ?? null,
    isSuppressed,
    undeliverableSince: undeliverableSince ?? null,
    language: language ?? null,
    openCases: cases,
  };
}

/**
 * Recipients by name (CJEU C-154/21), those of the person's purposes. Policies do not say who helps with orders, and
 * where no purpose is left to go by nobody can be ruled out: then it is all of them.
 */
function recipients({ site, held, language }: ReportSources, records: SubjectState): ReportedRecipient[] {
  const own = new Set(held.entries.flatMap(({ purposes }) => purposes.map(({ id }) => id)));
  const isEverybody = own.size === 0 || records.some(({ asset }) => asset !== undefined);
  return site.processors
    .filter(({ purposes }) => isEverybody || purposes.some((id) => own.has(id)))
    .map(({ name, address, country, role, task, purposes }) => ({
      name,
      address,
      country,
      role,
      task: inLanguage(task, language),
      purposes: purposes.filter((id) => own.has(id)).map((id) => purposeName(site, id, language)),
    }));
}

/**
 * The time and the reason of each reading, which the person may know; the reader's name is left out (CJEU C-579/21).
 */
function readings({ held: { entries, parts }, language }: ReportSources): ReportedReading[] {
  const steps = stepsIn(language);
  const { role } = accessIn(language).recipients;
  const reasonOf = ({ parts: digests }: Entry): string | null => {
    const part = parts.get(digests['reading'] ?? digests['reason'] ?? '');
    return part ? (JSON.parse(part.data) as Reading | Reason).reason : null;
  };
  return entries
    .filter(({ type }) => type === 'EvidenceDisclosed' || type === 'AccessGiven')
    .map((entry) => ({ at: entry.at, type: entry.type, text: steps[entry.type], role, reason: reasonOf(entry) }));
}

/** The language that the person chose, or in which they last dealt with the site. */
export function languageOf(entries: readonly Entry[], site: Site): Language {
  const last = entries.findLast(({ language }) => language !== undefined);
  return standingOf(entries).language ?? last?.language ?? ownLanguage(site);
}
