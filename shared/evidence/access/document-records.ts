import { plain, type Block, type Fact, type Section } from '../../document/content';
import { languageName } from '../code-names';
import { fullSpan, fullTime } from '../../words/times';
import type { AccessMatter } from './matter';
import type { ReportedRecord, ReportedWording } from './report';

/** The purposes, their legal bases, and the wordings that the person agreed to. */
export function purposes(matter: AccessMatter): Section {
  const { report, texts } = matter;
  const none: Block[] = [{ kind: 'paragraph', lines: [plain(texts.noRecords)] }];
  return {
    title: texts.sections.purposes,
    blocks: [
      ...(report.records.length > 0 ? report.records.flatMap((record) => recordBlocks(matter, record)) : none),
      { kind: 'heading', text: texts.furtherTitle },
      { kind: 'list', items: report.furtherPurposes },
    ],
  };
}

function recordBlocks(matter: AccessMatter, record: ReportedRecord): Block[] {
  const { texts } = matter;
  const { order } = record;
  return [
    recordHeading(matter, record),
    { kind: 'facts', facts: recordFacts(matter, record) },
    ...record.purposes.flatMap((purpose): Block[] => [
      {
        kind: 'facts',
        facts: [
          { label: texts.recordFacts.purpose, value: [plain(purpose.name)] },
          { label: texts.recordFacts.basis, value: [plain(purpose.legalBasisText)] },
          { label: texts.recordFacts.status, value: [plain(purpose.statusText)] },
        ],
      },
      ...wordingBlocks(matter, purpose.name, purpose.wording),
    ]),
    ...(order ? wordingBlocks(matter, order.title, order.wording) : []),
  ];
}

function recordHeading({ report, texts }: AccessMatter, { requestedAt }: ReportedRecord): Block {
  return { kind: 'heading', text: texts.record(fullTime(requestedAt, report.language)) };
}

function recordFacts({ report, texts }: AccessMatter, record: ReportedRecord): Fact[] {
  const labels = texts.recordFacts;
  const { origin, began, requestedAt, confirmedAt, signedUpAt, signedUpUntil, givenAt, givenUntil, order } = record;
  const isConfirmed = confirmedAt !== null;
  const time = (iso: string): string => fullTime(iso, report.language);
  const span = (first: string, last: string | null): string => fullSpan(first, last ?? first, report.language);
  const here: Fact[] = [
    { label: labels.confirmed, value: [plain(isConfirmed ? time(confirmedAt) : labels.notConfirmed)] },
  ];
  const elsewhere: Fact[] = [
    { label: labels.recorded, value: [plain(time(requestedAt))] },
    ...(signedUpAt === null ? [] : [{ label: labels.signedUp, value: [plain(span(signedUpAt, signedUpUntil))] }]),
    { label: labels.given, value: [plain(givenAt === null ? labels.notDated : span(givenAt, givenUntil))] },
  ];
  return [
    {
      label: labels.origin,
      value: [plain(isConfirmed || origin !== 'person' ? texts.origins[origin] : texts.unproven)],
    },
    ...(began === 'ConsentRequested' ? here : elsewhere),
    ...(order ? [{ label: labels.order, value: [plain(order.title)] }] : []),
  ];
}

function wordingBlocks({ report, texts }: AccessMatter, name: string, wording: ReportedWording | null): Block[] {
  if (!wording) return [];
  const intro = texts.wording(name, wording.version, languageName(wording.language, report.language));
  return [
    { kind: 'paragraph', lines: [plain(intro)] },
    { kind: 'quote', text: wording.text, tone: 'plain' },
  ];
}

/** The periods of storage, for each record and in general. */
export function storage(matter: AccessMatter): Section {
  const { report, texts } = matter;
  const ofRecords = report.records.flatMap((record): Block[] => [
    recordHeading(matter, record),
    { kind: 'facts', facts: [{ label: texts.recordFacts.deletion, value: [plain(record.storage.rule)] }] },
  ]);
  return {
    title: texts.sections.storage,
    blocks: [...ofRecords, { kind: 'heading', text: texts.furtherTitle }, { kind: 'list', items: report.storage }],
  };
}
