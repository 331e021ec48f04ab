import { isFromElsewhere } from '../../consent/elsewhere';
import { isEnding } from '../../consent/steps/begins-and-ends';
import { plain, type Block, type Verdict } from '../../document/content';
import { fullDay } from '../../words/times';
import { legalBasesIn } from '../../words/legal-bases';
import { endingText, notedText, purposeStatus } from '../purpose-status';
import { isDamaged } from './absent';
import { orders, standings, type Standing } from './history';
import { nameOfAsset, nameOfPurpose, nameOfRecord, type Matter } from './names';

const MOST_AT_LENGTH = 3;

/** The status of each purpose and each order. Where there are many, each is brief, so that a page has room for all. */
export function verdicts(matter: Matter): Block[] {
  const { history, texts } = matter;
  const none: Block[] =
    history.records.length === 0 ? [{ kind: 'paragraph', lines: [plain(texts.cover.noRecord)] }] : [];
  const answers = [
    ...standings(history).map((standing) => purposeVerdict(matter, standing)),
    ...ordered(matter),
    ...saidNoTo(matter),
  ];
  return [...none, ...answers.map((answer) => ({ ...answer, isBrief: answers.length > MOST_AT_LENGTH }))];
}

/** What the person said no to, of which there is no record: the last word on each purpose. */
function saidNoTo(matter: Matter): Verdict[] {
  const { history, language } = matter;
  const recorded = new Set(history.records.flatMap(({ purposes }) => purposes.map(({ id }) => id)));
  const last = new Map<string, string>();
  for (const { entry } of history.entries) {
    if (!isEnding(entry)) continue;
    const text = isFromElsewhere(entry) ? notedText(entry, language) : endingText(entry, language);
    for (const { id } of entry.purposes) if (!recorded.has(id)) last.set(id, text);
  }
  return [...last].map(([id, verdict]) => ({
    kind: 'verdict',
    name: nameOfPurpose(matter, id),
    verdict,
    inForce: false,
  }));
}

function ordered(matter: Matter): Verdict[] {
  const { history, texts, language } = matter;
  return orders(history).map(({ id, record }) => ({
    kind: 'verdict',
    name: ofRecord(matter, nameOfAsset(matter, id), record),
    verdict:
      record.confirmedAt === undefined
        ? texts.verdicts.notOrdered
        : texts.verdicts.ordered(fullDay(record.confirmedAt, language)),
    // An order is no consent to mail.
    inForce: false,
  }));
}

const SAY_THE_BASIS: ReadonlySet<string> = new Set(['LegitimateInterestRecorded', 'ContractRecorded', 'ContractEnded']);

export function purposeVerdict(matter: Matter, { purpose, record }: Standing): Verdict {
  const { bundle, known, language } = matter;
  const { id, legalBasis, status } = purpose;
  const isSaid = legalBasis === 'consent' || SAY_THE_BASIS.has(status);
  const basis = isSaid ? '' : ` (${legalBasesIn(language)[legalBasis].name})`;
  const { text, isGood } = purposeStatus(known, record, purpose, language);
  const name = ofRecord(matter, `${nameOfPurpose(matter, id)}${basis}`, record);
  return { kind: 'verdict', name, verdict: text, inForce: isGood && !isDamaged(bundle) };
}

/** With several records each answer says which it is from. */
function ofRecord(matter: Matter, name: string, record: Standing['record']): string {
  return matter.history.records.length > 1 ? `${name} · ${nameOfRecord(matter, record)}` : name;
}
