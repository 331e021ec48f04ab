import type { Block, Fact, Section } from './content';
import { plain, shortened } from './content';
import { noteOf } from './log-note';
import { nameOfAsset, nameOfPurpose, type Matter } from './names';
import { recordFacts } from './record-facts';
import { byRelevance, isInForce, orders, standings, type PurposeStanding } from './standing';
import { fullDay, fullTime } from './time';

/** The whole of a longer one is in the timeline. */
const LONGEST_REASON = 160;

/** The answer, on one page: who agreed to what, when, from where, by which wording, and whether it still stands. */
export function cover(matter: Matter): Section {
  const { bundle, texts, language } = matter;
  const [record, ...others] = byRelevance(bundle);
  const time = (iso: string): string => fullTime(iso, language);
  const summary = record
    ? record.confirmedAt === null
      ? texts.cover.askedOnly(time(record.requestedAt))
      : texts.cover.askedAndConfirmed(time(record.requestedAt), time(record.confirmedAt))
    : texts.cover.noRecord;
  return {
    title: texts.title,
    blocks: [
      ...verdicts(matter),
      ...(record ? [{ kind: 'rule' as const }] : []),
      {
        kind: 'paragraph',
        lines: [plain(others.length > 0 ? `${summary} ${texts.cover.others(others.length)}` : summary)],
      },
      { kind: 'facts', facts: [...(record ? recordFacts(matter, record) : []), ...frame(matter)] },
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
    ...record.purposes.map((purpose) => purposeVerdict(matter, purpose)),
    { kind: 'facts', facts: recordFacts(matter, record) },
  ]);
  return [{ title: texts.sections.others, blocks }];
}

function verdicts(matter: Matter): Block[] {
  const { bundle, texts, language } = matter;
  const ordered = orders(bundle.records).map(({ id, confirmedAt }): Block => ({
    kind: 'verdict',
    name: nameOfAsset(matter, id),
    verdict: confirmedAt === null ? texts.verdicts.notOrdered : texts.verdicts.ordered(fullDay(confirmedAt, language)),
    inForce: confirmedAt !== null,
  }));
  return [...standings(bundle.records).map((purpose) => purposeVerdict(matter, purpose)), ...ordered];
}

function purposeVerdict(matter: Matter, purpose: PurposeStanding): Block {
  const { texts } = matter;
  const basis = purpose.legalBasis === 'consent' ? '' : ` (${texts.legalBases[purpose.legalBasis]})`;
  return {
    kind: 'verdict',
    name: `${nameOfPurpose(matter, purpose.id)}${basis}`,
    verdict: verdictOn(matter, purpose),
    inForce: isInForce(purpose),
  };
}

function verdictOn({ texts, language }: Matter, { status, since, legalBasis }: PurposeStanding): string {
  const day = fullDay(since, language);
  switch (status) {
    case 'ConsentGiven':
      return legalBasis === 'consent' ? texts.verdicts.given(day) : texts.verdicts.givenOtherwise(day);
    case 'RenewedConsentGiven':
      return texts.verdicts.renewed(day);
    case 'ConsentWithdrawn':
      return texts.verdicts.withdrawn(day);
    case 'ConsentRequested':
      return texts.verdicts.requested;
    case 'ConsentExpired':
      return texts.verdicts.expired(day);
  }
}

/** Who is responsible, what this document was made for, and how it can be checked. */
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
