import { demo } from '../../examples/sites/demo';
import type { Site } from '../../shared/policy/schema';
import { PURPOSES } from './model';

const [like] = demo.purposes;

/** A site with the purposes of the model, that asks, reviews, and tells two processors. */
export const SITE: Site = {
  ...demo,
  purposes: PURPOSES.map((id) => ({
    ...like!,
    id,
    legalBasis: 'consent' as const,
    ...(id === 'analysis' && { measures: true, requires: ['news', 'events'] }),
  })),
  retention: {
    ...demo.retention,
    evidence: { keep: 'P20D', from: 'last-mail' },
    accessLog: 'P30D',
    network: { keep: 'P10D' },
    inactivity: { askAfter: 'P5D', answerWithin: 'P2D', addressAfter: 'P1D' },
    review: { every: 'P6D', deleteWithin: 'P1M' },
  },
  processors: [
    { id: 'tool', purposes: ['news', 'analysis'], transfers: [], connection: { tool: 'webhook' } },
    {
      ...{ id: 'far', purposes: ['events'], connection: { tool: 'webhook' } },
      transfers: [{ country: 'US', safeguard: 'express-consent', purpose: 'news' }],
    },
  ] as unknown as Site['processors'],
};
