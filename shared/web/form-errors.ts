import type { Problem } from '../http/problem';
import type { Language, Site } from '../policy/schema';
import { findPurpose, inLanguage, purposeName } from '../policy/sites';
import { localeIn } from '../words/locale';
import { pagesIn } from '../words/pages';
import type { Finding } from '../zod';

/** The part of a refused form that a page needs; the values are not shown again. */
export interface SentForm {
  readonly language: string | undefined;
  readonly purposes: readonly string[];
}

/** An error in the words of the visitor. */
export interface FormError {
  readonly text: string;
  /** Whether the visitor can put it right; otherwise only whoever made the form can. */
  readonly isTheirs: boolean;
}

/** What is wrong with a refused form. */
export function formErrors(
  { code, errors }: Problem,
  site: Site | undefined,
  language: Language,
  form: SentForm,
): FormError[] {
  if (errors.length > 0) return errors.map((finding) => formError(finding, site, language, form));
  const texts = pagesIn(language);
  if (code === 'proof-of-work') return [{ text: texts.proofError, isTheirs: true }];
  const ofCode: Readonly<Record<string, string>> = {
    origin: texts.originError,
    'unknown-site': texts.unknownSiteError,
    'too-large': texts.tooLargeError,
  };
  return [{ text: ofCode[code] ?? texts.formError, isTheirs: false }];
}

function formError({ pointer }: Finding, site: Site | undefined, language: Language, sent: SentForm): FormError {
  const texts = pagesIn(language);
  const theirs = answerError(pointer, site, language, sent);
  if (theirs !== undefined) return { text: theirs, isTheirs: true };
  if (pointer === '/language') {
    const names = site?.languages.map((offered) => localeIn(offered).name) ?? [];
    return { text: texts.languageError(names), isTheirs: false };
  }
  return { text: texts.unknownFieldError(pointer.slice(1).replaceAll('/', '.')), isTheirs: false };
}

function answerError(
  pointer: string,
  site: Site | undefined,
  language: Language,
  { purposes }: SentForm,
): string | undefined {
  const texts = pagesIn(language);
  if (pointer === '/email') return texts.emailError;
  if (pointer === '/purposes') return texts.nothingChosenError;
  if (pointer.startsWith('/notices/')) return texts.staleError;
  const field = site?.fields.find(({ id }) => pointer === `/fields/${id}`);
  if (field) return texts.fieldError(inLanguage(field.label, language));
  const purpose = findPurpose(
    site,
    purposes.find((_, n) => pointer === `/purposes/${n}`),
  );
  if (!purpose?.requires?.every((id) => !purposes.includes(id))) return undefined;
  const others = purpose.requires.map((id) => purposeName(site, id, language));
  return texts.requiresError(inLanguage(purpose.name, language), others);
}
