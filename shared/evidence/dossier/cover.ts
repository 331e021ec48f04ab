import type { RecordState } from '../../consent/fold';
import { plain, shortened, strong, type Block, type Fact, type Section } from '../../document/content';
import { inBothForms, readableAddress } from '../../readable-address';
import { fullTime, shortTime } from '../../words/times';
import { lookAt } from '../look-at';
import { absentLines } from './absent';
import { excerpts } from './excerpts';
import { beginningOf } from './history';
import { noteOf } from './log-note';
import { nameOfRecord, type Matter } from './names';
import { askedFor, personFacts, recordFacts } from './record-facts';
import { recordsTable } from './records-table';
import { standingLines } from './standing-lines';
import { purposeVerdict, verdicts } from './verdicts';

/** The whole of a longer one is in the timeline. */
const LONGEST_REASON = 160;

/** The answer, on one page: who agreed to what, when, from where, by which wording, and whether it still stands. */
export function cover(matter: Matter): Section {
  const { history, texts } = matter;
  const [record, ...others] = history.records;
  const isOne = record !== undefined && others.length === 0;
  const facts = [
    ...(isOne ? recordFacts(matter, record) : addresses(matter)),
    ...standingFacts(matter),
    ...absentFacts(matter),
    ...frame(matter),
  ];
  const answers = verdicts(matter);
  return {
    title: texts.title,
    blocks: [
      ...answers,
      ...(answers.some(({ kind }) => kind === 'verdict') ? [{ kind: 'rule' as const }] : []),
      ...(isOne ? summary(matter, record) : []),
      ...(others.length > 0 ? recordsTable(matter) : []),
      { kind: 'facts', facts },
      ...excerpts(matter),
    ],
  };
}

/** Each record in full, where the cover has a row of each. */
export function furtherRecords(matter: Matter): Section[] {
  const { history, texts, language } = matter;
  if (history.records.length < 2) return [];
  const blocks = history.records.flatMap((record): Block[] => [
    { kind: 'heading', text: texts.cover.record(nameOfRecord(matter, record), fullTime(record.requestedAt, language)) },
    ...record.purposes.map((purpose) => purposeVerdict(matter, { purpose, record })),
    { kind: 'facts', facts: recordFacts(matter, record) },
  ]);
  return [{ title: texts.sections.records, blocks }];
}

/** What proof there is of a record that was not asked for here. */
function summary({ history, texts, language }: Matter, record: RecordState): Block[] {
  const time = fullTime(record.requestedAt, language);
  const said: Readonly<Record<string, string>> = {
    ConsentRecorded: texts.cover.elsewhere(time),
    ContractRecorded: texts.cover.contract(time),
    LegitimateInterestRecorded: texts.cover.legitimateInterest(time),
  };
  const text = said[beginningOf(history, record)?.entry.type ?? ''];
  return text === undefined ? [] : [{ kind: 'paragraph', lines: [plain(text)] }];
}

/** Whose evidence it is, where no record says so by itself. */
function addresses(matter: Matter): Fact[] {
  const { history, texts } = matter;
  const steps = history.records.flatMap((record) => beginningOf(history, record) ?? []);
  const emails = steps.flatMap((step) => {
    const address = lookAt(step, 'address');
    return typeof address === 'string' ? [] : [address.email];
  });
  if (emails.length > 0)
    return [{ label: texts.cover.address, value: [strong([...new Set(emails.map(inBothForms))].join(', '))] }];
  return steps[0] ? personFacts(matter, steps[0]) : askedFor(matter);
}

/** The facts that hold for the person and say nothing about consent. */
function standingFacts(matter: Matter): Fact[] {
  const value = standingLines(matter);
  return value.length === 0 ? [] : [{ label: matter.texts.cover.standing, value: value.map(plain) }];
}

/** What the file lacks: whoever reads one page only is not to take it for whole. */
function absentFacts(matter: Matter): Fact[] {
  const value = absentLines(matter);
  return value.length === 0 ? [] : [{ label: matter.texts.cover.absent, value: value.map(plain) }];
}

/** The controller, the reason of the document, and the ways to check it. */
function frame({ bundle, texts, language }: Matter): Fact[] {
  const { controller, request, log, at, entries } = bundle;
  const checkpoint = log.checkpoint === null ? undefined : noteOf(log.checkpoint);
  const keyIds = checkpoint?.keyIds.join(', ') ?? '';
  return [
    {
      label: texts.cover.controller,
      value: [
        plain(`${controller.name}, ${controller.address}, ${controller.country}`),
        plain(readableAddress(controller.email)),
      ],
    },
    {
      label: texts.cover.madeFor,
      value: [
        plain(texts.cover.madeForWhom(request.operator, shortTime(at, language))),
        plain(texts.cover.reason(shortened(request.reason, LONGEST_REASON))),
      ],
    },
    // A file without entries has nothing that could be checked.
    ...(entries.length === 0
      ? []
      : [{ label: texts.cover.check, value: [plain(texts.cover.checkHow(checkpoint?.size, keyIds))] }]),
  ];
}
