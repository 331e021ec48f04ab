import type { Site, TOOLS } from '../../policy/schema';
import type { Asked } from './asked';
import { listmonk } from './listmonk';

/** The tools that have to be asked who left there; the others report it, see `inbound/`. */
export const ASKED: Readonly<Partial<Record<(typeof TOOLS)[number], Asked>>> = { listmonk };

export const hasAskedTools = (sites: readonly Pick<Site, 'processors'>[]): boolean =>
  sites.some(({ processors }) => processors.some(({ connection }) => connection && ASKED[connection.tool]));
