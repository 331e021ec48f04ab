import type { SubjectId } from '../../ids';
import type { Language, Site } from '../../policy/schema';
import type { Held } from './held';

/** The sources of a report. */
export interface ReportSources {
  readonly site: Site;
  readonly subject: SubjectId;
  /** The address in the request. */
  readonly email: string;
  readonly language: Language;
  readonly held: Held;
  /** The request that it answers. */
  readonly forCase?: string | undefined;
  readonly now: Date;
}
