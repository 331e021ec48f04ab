import type { Verdict } from '../../document/content';
import { nameOfAsset, nameOfPurpose, type Matter } from './names';
import { isInForce } from '../../consent/state';
import { beginningOf, lapseOf, orders, standings, type PurposeStanding, type Standing } from './standing';
import { fullDay } from '../../words/times';

const MOST_AT_LENGTH = 5;

/** How consent stands, purpose by purpose, and what was ordered. Many answers are told briefly, so that a page has room for all. */
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
  const { texts } = matter;
  const { id, legalBasis, status } = standing.purpose;
  const isSaid = legalBasis === 'consent' || SAY_THE_BASIS.has(status);
  const basis = isSaid ? '' : ` (${texts.legalBases[legalBasis]})`;
  return {
    kind: 'verdict',
    name: `${nameOfPurpose(matter, id)}${basis}`,
    verdict: verdictOn(matter, standing),
    inForce: isInForce(standing.purpose),
  };
}

function verdictOn(matter: Matter, { purpose, record }: Standing): string {
  const { bundle, texts, language } = matter;
  const day = fullDay(purpose.since, language);
  switch (purpose.status) {
    case 'ConsentGiven':
      if (beginningOf(bundle, record)?.entry.type === 'ConsentRecorded') return texts.verdicts.givenElsewhere(day);
      return purpose.legalBasis === 'consent' ? texts.verdicts.given(day) : texts.verdicts.givenOtherwise(day);
    case 'RenewedConsentGiven':
      return texts.verdicts.renewed(day);
    case 'ConsentWithdrawn':
      return texts.verdicts.withdrawn(day);
    case 'ConsentRequested':
      return texts.verdicts.requested;
    case 'ConsentExpired':
      return expiryOf(matter, purpose)(day);
    case 'LegitimateInterestRecorded':
      return texts.verdicts.legitimateInterest(day);
    case 'ObjectionRecorded':
      return texts.verdicts.objected(day);
    case 'ContractRecorded':
      return texts.verdicts.contract(day);
    case 'ContractEnded':
      return texts.verdicts.contractEnded(day);
  }
}

/** Never confirmed, or why it lapsed. */
function expiryOf({ bundle, texts }: Matter, purpose: PurposeStanding): (day: string) => string {
  const lapse = lapseOf(
    bundle.entries.map(({ entry }) => entry),
    purpose,
  );
  if (!lapse) return texts.verdicts.expired;
  return lapse.facts.because === undefined ? texts.verdicts.lapsed : texts.verdicts.atMaximum;
}
