import type { Language, Site } from '../../policy/schema';
import type { Held } from './held';

/** What a report is made from. */
export interface ReportSources {
  readonly site: Site;
  readonly subject: string;
  /** As it was asked for. */
  readonly email: string;
  readonly language: Language;
  readonly held: Held;
  readonly now: Date;
}
