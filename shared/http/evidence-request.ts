import { PART_CLASSES, type PartClass } from '../ledger/part';
import type { Language, Site } from '../policy/schema';
import type * as z from '../zod';
import { acceptedForm } from './accept';
import type { getEvidence } from './operations/get-evidence';
import type { HttpRequest } from './request';
import { readWhose, type Whose } from './subject-body';
import { ownLanguage } from '../policy/own-language';

/** What evidence can come as: media type -> its ending. */
const FORMS = {
  'application/json': 'json',
  'application/ld+json': 'jsonld',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
} as const;

export type EvidenceForm = (typeof FORMS)[keyof typeof FORMS];

export interface EvidenceRequest {
  /** Whose: by the address, or by an id of a list. */
  readonly whose: Whose;
  readonly reason: string;
  readonly disclose: readonly PartClass[];
  /** Of what is made to be read. */
  readonly language: Language;
  readonly form: EvidenceForm;
  /** Whether a table begins as spreadsheets want it to. */
  readonly forSpreadsheets: boolean;
}

interface EvidenceCall {
  readonly request: HttpRequest;
  readonly body: z.output<typeof getEvidence.body>;
  readonly query: { readonly bom?: 'yes' | undefined };
}

/** @throws {Problem} for a form that there is not (406), or where something in the body is wrong; nothing was read yet */
export function readEvidenceRequest(site: Site, { request, body, query }: EvidenceCall): EvidenceRequest {
  const form = acceptedForm(request, FORMS);
  const { email, id, reason, disclose = PART_CLASSES, language = ownLanguage(site) } = body;
  const forSpreadsheets = query.bom !== undefined;
  return { whose: readWhose({ email, id }), reason, disclose: [...new Set(disclose)], language, form, forSpreadsheets };
}
