import type { Site } from '../policy/schema';
import type * as z from '../zod';
import type { Finding } from '../zod';
import { readFeedback, type FeedbackReport } from './feedback-body';
import type { reportLeaving } from './operations/report-leaving';
import { Problem } from './problem';

type Body = z.output<typeof reportLeaving.body>;

export interface LeavingReport extends Omit<FeedbackReport, 'kind'> {
  readonly kind: Body['kind'];
  readonly processor: string;
  readonly purposes: readonly string[];
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was reported */
export function readLeaving(site: Site, body: Body, now: Date): LeavingReport {
  const { processor: id, purposes, kind, ...people } = body;
  const processor = site.processors.find((one) => one.id === id);
  const known = processor?.purposes ?? [];
  const wrong: Finding[] = processor ? [] : [{ pointer: '/processor', detail: 'The site has no such processor.' }];
  for (const [n, purpose] of (processor ? (purposes ?? []) : []).entries()) {
    if (!known.includes(purpose))
      wrong.push({ pointer: `/purposes/${n}`, detail: 'The processor has no such purpose.' });
  }
  if (wrong.length > 0) throw new Problem(422, 'invalid', 'Nothing was reported; see errors.', wrong);
  const report = readFeedback({ ...people, kind: 'complaint' }, now);
  return { ...report, kind, processor: id, purposes: purposes ?? known };
}
