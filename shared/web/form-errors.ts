import type { HttpRequest } from '../http/request';
import type { Language, Site } from '../policy/schema';
import { findPurpose, inLanguage, purposeName } from '../policy/sites';
import type { Finding } from '../zod';
import { pagesIn } from '../words/pages';

/** The part of a refused form that a page needs; the values are not shown again. */
export interface SentForm {
  readonly language: string | undefined;
  readonly purposes: readonly string[];
}

/** Reads the encoding that browsers use by default, and nothing of others. */
export function sentForm({ body }: HttpRequest): SentForm {
  const form = new URLSearchParams(body.toString());
  return { language: form.get('language') ?? undefined, purposes: form.getAll('purpose').filter((id) => id !== '') };
}

/** An error in the words of the visitor; undefined for an error that only the form's developer can put right. */
export function formError(
  { pointer }: Finding,
  site: Site | undefined,
  language: Language,
  { purposes }: SentForm,
): string | undefined {
  const texts = pagesIn(language);
  if (pointer === '/email') return texts.emailError;
  if (pointer === '/purposes') return texts.nothingChosenError;
  const field = site?.fields.find(({ id }) => pointer === `/fields/${id}`);
  if (field) return texts.fieldError(inLanguage(field.label, language));
  const purpose = findPurpose(site, purposes.find((_, n) => pointer === `/purposes/${n}`) ?? '');
  if (!purpose?.requires) return undefined;
  const others = purpose.requires.map((id) => purposeName(site, id, language));
  return texts.requiresError(inLanguage(purpose.name, language), others);
}
