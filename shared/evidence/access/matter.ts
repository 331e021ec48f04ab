import type { Site } from '../../policy/schema';
import type { accessIn } from '../../words/access';
import type { AccessReport } from './report';

/** The sources of all sections. */
export interface AccessMatter {
  readonly report: AccessReport;
  readonly site: Site;
  readonly texts: ReturnType<typeof accessIn>;
}
