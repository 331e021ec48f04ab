import type { Entry } from '../../consent/entry';
import { receivedOn } from '../../consent/requests';
import type { SubjectState } from '../../consent/fold';
import { stateAt } from '../../consent/keep/state-at';
import { isConfirmation } from '../../consent/steps/begins-and-ends';
import { standingOf, type Standing } from '../../consent/standing';
import { PART_CLASSES } from '../../ledger/part';
import { readPart } from '../../ledger/read-part';
import type { Language, Site, Transfer } from '../../policy/schema';
import { mayHaveReached } from '../../consent/processors';
import { inLanguage, purposeName } from '../../policy/sites';
import { countryName } from '../code-names';
import { partsIn } from '../../words/parts';
import { stepsIn } from '../../words/steps';
import { isAnythingHeld } from './held';
import type {
  AccessReport,
  ReportedAuthority,
  ReportedReading,
  ReportedRecipient,
  ReportedStanding,
  ReportedTransfer,
} from './report';
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
  const { dataProtectionOfficer = null } = officials;
  const contacts = officials.contacts.map((one) => ({ ...one, about: inLanguage(one.about, language) }));
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
    answers: answered(sources),
    scope: texts.scope(name),
    controller: { name, address, country, email: contact, privacyNotice },
    contacts,
    dataProtectionOfficer,
    records: records.map((record) => reportedRecord(sources, record, ends.get(record.recordId))),
    furtherPurposes: isHeld ? texts.furtherPurposes : [],
    standing: reportedStanding(sources, standing),
    data: reportedData(sources),
    history: reportedSteps(sources),
    recipients: isHeld ? recipients(sources, records) : [],
    location: texts.recipients.location,
    transfers: transfersText(isHeld ? recipients(sources, records) : [], language),
    readings: readings(sources),
    storage: isHeld ? storageOfAll(site, standing, language) : [],
    rights: texts.rights,
    howToUseRights: texts.howToUseRights(contact, `${name}, ${address}`),
    complaint: complaint(site, language),
    automatedDecisions: automated(sources),
  };
}

/** Every authority, and when it is that one (Art. 15(1)(f) GDPR). */
function complaint({ controller }: Site, language: Language): AccessReport['complaint'] {
  const authorities = controller.supervisoryAuthorities.map(({ appliesTo, ...authority }) => ({
    ...authority,
    appliesTo: appliesTo ? inLanguage(appliesTo, language) : null,
  }));
  return { authorities, text: accessIn(language).complaint(authorities.map(authorityLine)) };
}

const authorityLine = ({ name, address, url, appliesTo }: ReportedAuthority): string =>
  `${name}, ${address}, ${url}${appliesTo === null ? '' : ` (${appliesTo})`}`;

function answered({ forCase, held }: ReportSources): AccessReport['answers'] {
  const day = forCase === undefined ? undefined : receivedOn(held.entries, forCase);
  return forCase === undefined || day === undefined ? null : { case: forCase, receivedOn: day };
}

function reportedStanding(sources: ReportSources, standing: Standing): ReportedStanding {
  const { restrictedSince, objections, weighed, holds, erased, isSuppressed, undeliverableSince, language, cases } =
    standing;
  return {
    restrictedSince: restrictedSince ?? null,
    objections: [...objections],
    weighed: [...weighed].map(([purpose, since]) => ({ purpose, since })),
    holds,
    erasedAt: erased?.at ?? null,
    keptText: erased ? keptText(sources) : null,
    isSuppressed,
    undeliverableSince: undeliverableSince ?? null,
    language: language ?? null,
    openCases: cases.flatMap((one) => {
      const received = receivedOn(sources.held.entries, one.id);
      return received === undefined ? [] : [{ ...one, receivedOn: received }];
    }),
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
    .filter((processor) => mayHaveReached(held.entries, processor))
    .map(({ name, address, country, role, task, purposes, transfers }) => ({
      name,
      address,
      country,
      role,
      task: inLanguage(task, language),
      purposes: purposes.filter((id) => own.has(id)).map((id) => purposeName(site, id, language)),
      transfers: transfers.map((transfer) => reportedTransfer(name, transfer, language)),
    }));
}

function reportedTransfer(name: string, transfer: Transfer, language: Language): ReportedTransfer {
  const { country, safeguard } = transfer;
  const texts = accessIn(language);
  const link = 'link' in transfer ? transfer.link : null;
  const ground = texts.safeguards[safeguard] + (link === null ? '' : `, ${link}`);
  return { country, safeguard, link, text: texts.transfers.by(name, countryName(country, language), ground) };
}

/** What the settings of the site say of countries outside the EU/EEA. */
function transfersText(all: readonly ReportedRecipient[], language: Language): string {
  const texts = accessIn(language).transfers;
  const transfers = all.flatMap((one) => one.transfers);
  if (transfers.length === 0) return texts.none;
  const hasUnlinked = transfers.some(({ safeguard }) => safeguard === 'binding-corporate-rules');
  return [texts.intro, ...transfers.map(({ text }) => text), ...(hasUnlinked ? [texts.copies] : [])].join(' ');
}

/** What an erasure left, by what is there. */
function keptText({ held: { entries, parts }, language }: ReportSources): string {
  const texts = accessIn(language).standing;
  const classes = PART_CLASSES.filter((name) => [...parts.values()].some((part) => part.class === name));
  const names = classes.map((name) => partsIn(language)[name]);
  return texts.kept(entries.length, names.join(', '));
}

/** An analysis is made by those who send the mails: what they know is not in this register. */
function automated({ site, language, held }: ReportSources): AccessReport['automatedDecisions'] {
  const texts = accessIn(language);
  // Also what was withdrawn since: what was learned until then may be there still.
  const agreements = held.entries.filter((entry) => isConfirmation(entry) || entry.type === 'ConsentRecorded');
  const given = agreements.flatMap(({ purposes }) => purposes.map(({ id }) => id));
  const analysed = site.purposes.filter(({ id, measures }) => measures && given.includes(id)).map(({ id }) => id);
  if (analysed.length === 0) return { exist: false, profiling: false, text: texts.automated };
  const holders = site.processors.filter(({ purposes }) => purposes.some((id) => analysed.includes(id)));
  const names = analysed.map((id) => purposeName(site, id, language)).join(', ');
  const who = holders.map(({ name, address }) => `${name}, ${address}`).join('; ');
  return { exist: false, profiling: true, text: `${texts.noDecisions} ${texts.profiling(names, who)}` };
}

/**
 * The time and the reason of each reading, which the person may know; the reader's name is left out (CJEU C-579/21).
 */
function readings({ held: { entries, parts }, language }: ReportSources): ReportedReading[] {
  const steps = stepsIn(language);
  const { role } = accessIn(language).recipients;
  const reasonOf = ({ parts: { reading, reason = reading } }: Entry): string | null =>
    (reason === undefined ? undefined : readPart('reason', parts.get(reason)))?.reason ?? null;
  return entries
    .filter(({ type }) => type === 'EvidenceDisclosed' || type === 'AccessGiven')
    .map((entry) => ({ at: entry.at, type: entry.type, text: steps[entry.type], role, reason: reasonOf(entry) }));
}
