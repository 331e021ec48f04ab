import type { ClaimId, Finding, Note, Report, Claim } from './report';
import { de } from './texts-de';
import { en } from './texts-en';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Of<T extends { readonly code: string }, Code> = T extends unknown ? (Code extends T['code'] ? T : never) : never;
/** A sentence for each code. */
type Sentences<T extends { readonly code: string }> = {
  readonly [Code in T['code']]: (it: Of<T, Code>) => string;
};

/** All that is said about a file, for people who judge it and do not know how it is made. */
export interface Texts {
  readonly states: Readonly<Record<Claim['state'], string>>;
  readonly verdicts: Readonly<Record<Report['verdict'], { readonly title: string; readonly text: string }>>;
  /** What each claim is, and what it means. */
  readonly claims: Readonly<Record<ClaimId, { readonly title: string; readonly text: string }>>;
  readonly findings: Sentences<Finding>;
  readonly notes: Sentences<Note>;
  readonly about: {
    readonly site: string;
    readonly controller: string;
    readonly at: string;
    readonly operator: string;
    readonly reason: string;
    readonly steps: string;
  };
}

export const TEXTS: Readonly<Record<Language, Texts>> = { de, en };

export function sayFinding(finding: Finding, language: Language): string {
  return (TEXTS[language].findings[finding.code] as (it: Finding) => string)(finding);
}

export function sayNote(note: Note, language: Language): string {
  return (TEXTS[language].notes[note.code] as (it: Note) => string)(note);
}
