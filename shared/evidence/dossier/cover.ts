import type { BundleRecord } from '../bundle';
import type { Block, Fact, Section } from '../../document/content';
import { plain, shortened } from '../../document/content';
import { noteOf } from './log-note';
import type { Matter } from './names';
import { recordFacts } from './record-facts';
import { beginningOf, byRelevance } from './standing';
import { standingLines } from './standing-lines';
import { fullTime } from '../../words/times';
import { purposeVerdict, verdicts } from './verdicts';

/** The whole of a longer one is in the timeline. */
const LONGEST_REASON = 160;

/** The answer, on one page: who agreed to what, when, from where, by which wording, and whether it still stands. */
export function cover(matter: Matter): Section {
  const { bundle, texts } = matter;
  const [record, ...others] = byRelevance(bundle);
  const answer = summary(matter, record);
  return {
    title: texts.title,
    blocks: [
      ...verdicts(matter),
      ...(record ? [{ kind: 'rule' as const }] : []),
      {
        kind: 'paragraph',
        lines: [plain(others.length > 0 ? `${answer} ${texts.cover.others(others.length)}` : answer)],
      },
      {
        kind: 'facts',
        facts: [...(record ? recordFacts(matter, record) : []), ...standingFacts(matter), ...frame(matter)],
      },
    ],
  };
}

/** The sign-ups that the cover has no room for, the one that matters most first. */
export function furtherRecords(matter: Matter): Section[] {
  const { bundle, texts, language } = matter;
  const [, ...others] = byRelevance(bundle);
  if (others.length === 0) return [];
  const blocks = others.flatMap((record): Block[] => [
    { kind: 'heading', text: texts.cover.record(fullTime(record.requestedAt, language)) },
    ...record.purposes.map((purpose) => purposeVerdict(matter, { purpose, record })),
    { kind: 'facts', facts: recordFacts(matter, record) },
  ]);
  return [{ title: texts.sections.others, blocks }];
}

/** In one sentence: what was done, and what proof of it there is. */
function summary({ bundle, texts, language }: Matter, record: BundleRecord | undefined): string {
  if (!record) return texts.cover.noRecord;
  const { requestedAt, confirmedAt } = record;
  const time = (iso: string): string => fullTime(iso, language);
  const type = beginningOf(bundle, record)?.entry.type;
  if (type === 'ConsentRecorded') return texts.cover.elsewhere(time(requestedAt));
  if (type === 'ContractRecorded') return texts.cover.contract(time(requestedAt));
  if (type === 'LegitimateInterestRecorded') return texts.cover.legitimateInterest(time(requestedAt));
  return confirmedAt === null
    ? texts.cover.askedOnly(time(requestedAt))
    : texts.cover.askedAndConfirmed(time(requestedAt), time(confirmedAt));
}

/** The facts that hold for the person and say nothing about consent. */
function standingFacts(matter: Matter): Fact[] {
  const value = standingLines(matter);
  return value.length === 0 ? [] : [{ label: matter.texts.cover.standing, value: value.map(plain) }];
}

/** The controller, the reason of the document, and the ways to check it. */
function frame({ bundle, texts, language }: Matter): Fact[] {
  const { controller, request, log, at } = bundle;
  const checkpoint = log.checkpoint === null ? undefined : noteOf(log.checkpoint);
  const keyIds = checkpoint?.keyIds.join(', ') ?? '';
  return [
    {
      label: texts.cover.controller,
      value: [plain(`${controller.name}, ${controller.address}, ${controller.country}`), plain(controller.email)],
    },
    {
      label: texts.cover.madeFor,
      value: [
        plain(texts.cover.madeForWhom(request.operator, fullTime(at, language))),
        plain(texts.cover.reason(shortened(request.reason, LONGEST_REASON))),
      ],
    },
    { label: texts.cover.check, value: [plain(texts.cover.checkHow(checkpoint?.size, keyIds))] },
  ];
}
