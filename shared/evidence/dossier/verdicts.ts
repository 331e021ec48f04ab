import type { Block } from './content';
import { nameOfAsset, nameOfPurpose, type Matter } from './names';
import { beginningOf, hasLapsed, isInForce, orders, standings, type Standing } from './standing';
import { fullDay } from './time';

/** How consent stands, purpose by purpose, and what was ordered. */
export function verdicts(matter: Matter): Block[] {
  const { bundle, texts, language } = matter;
  const ordered = orders(bundle.records).map(({ id, confirmedAt }): Block => ({
    kind: 'verdict',
    name: nameOfAsset(matter, id),
    verdict: confirmedAt === null ? texts.verdicts.notOrdered : texts.verdicts.ordered(fullDay(confirmedAt, language)),
    inForce: confirmedAt !== null,
  }));
  return [...standings(bundle).map((standing) => purposeVerdict(matter, standing)), ...ordered];
}

export function purposeVerdict(matter: Matter, standing: Standing): Block {
  const { texts } = matter;
  const { id, legalBasis, status } = standing.purpose;
  const isSaid = legalBasis === 'consent' || status === 'LegitimateInterestRecorded';
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
      return hasLapsed(bundle, purpose) ? texts.verdicts.lapsed(day) : texts.verdicts.expired(day);
    case 'LegitimateInterestRecorded':
      return texts.verdicts.legitimateInterest(day);
    case 'ObjectionRecorded':
      return texts.verdicts.objected(day);
  }
}
