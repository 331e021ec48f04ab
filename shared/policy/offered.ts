import { endOfDay } from '../calendar';
import type { Purpose, Site } from './schema';

/** Whether people can be asked for a purpose, and be mailed for it: what is meant for a time is over when its last day is. */
export function isOffered({ endsOn }: Pick<Purpose, 'endsOn'>, now: Date): boolean {
  return endsOn === undefined || now < endOfDay(endsOn);
}

/** Whether a site sends mail that a contract needs. */
export function hasContractMail({ purposes }: Pick<Site, 'purposes'>, now: Date): boolean {
  return purposes.some((purpose) => purpose.legalBasis === 'contract' && isOffered(purpose, now));
}
