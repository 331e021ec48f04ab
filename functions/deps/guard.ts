import type { Guard } from '../../shared/http/grants';
import { sites } from './sites';
import { claimNames } from './tokens';

/** Decides for every function alike which access token is good for what. */
export const guard = (): Guard => ({ sites, claimNames: claimNames() });
