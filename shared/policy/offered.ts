import { endOfDay } from '../calendar';
import type { Purpose } from './schema';

/** Whether people can be asked for a purpose, and be mailed for it: what is meant for a time is over when its last day is. */
export function isOffered({ endsOn }: Pick<Purpose, 'endsOn'>, now: Date): boolean {
  return endsOn === undefined || now < endOfDay(endsOn);
}
