import type { Verdict } from '../../document/content';
import { nameOfAsset, nameOfPurpose, type Matter } from './names';
import { isInForce } from '../../consent/state';
import { legalBasesIn } from '../../words/legal-bases';
import { statusText } from '../purpose-status';
import { orders, standings, type Standing } from './standing';
import { fullDay } from '../../words/times';

const MOST_AT_LENGTH = 5;

/** The status of each purpose and each order. Where there are many, each is brief, so that a page has room for all. */
export function verdicts(matter: Matter): Verdict[] {
  const { bundle, texts, language } = matter;
  const ordered = orders(bundle.records).map(({ id, confirmedAt }): Verdict => ({
    kind: 'verdict',
    name: nameOfAsset(matter, id),
    verdict: confirmedAt === null ? texts.verdicts.notOrdered : texts.verdicts.ordered(fullDay(confirmedAt, language)),
    inForce: confirmedAt !== null,
  }));
  const answers = [...standings(bundle).map((standing) => purposeVerdict(matter, standing)), ...ordered];
  return answers.map((answer) => ({ ...answer, isBrief: answers.length > MOST_AT_LENGTH }));
}

const SAY_THE_BASIS: ReadonlySet<string> = new Set(['LegitimateInterestRecorded', 'ContractRecorded', 'ContractEnded']);

export function purposeVerdict(matter: Matter, standing: Standing): Verdict {
  const { bundle, language } = matter;
  const entries = bundle.entries.map(({ entry }) => entry);
  const { id, legalBasis, status } = standing.purpose;
  const isSaid = legalBasis === 'consent' || SAY_THE_BASIS.has(status);
  const basis = isSaid ? '' : ` (${legalBasesIn(language)[legalBasis].name})`;
  return {
    kind: 'verdict',
    name: `${nameOfPurpose(matter, id)}${basis}`,
    verdict: statusText(entries, standing.record, standing.purpose, language),
    inForce: isInForce(standing.purpose),
  };
}
