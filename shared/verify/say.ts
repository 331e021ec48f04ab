import type { Language } from '../words/languages';
import { verifyIn } from '../words/verify';
import { verifyFileIn } from '../words/verify-file';
import { headlineOf, type Finding, type Note, type Report } from './report';

export function sayFinding(finding: Finding, language: Language): string {
  return (verifyIn(language).findings[finding.code] as (it: Finding) => string)(finding);
}

export function sayNote(note: Note, language: Language): string {
  return (verifyIn(language).notes[note.code] as (it: Note) => string)(note);
}

/** The verdict in a sentence, and what to make of it. */
export function sayVerdict({ claims, other, verdict }: Report, language: Language): { title: string; text: string } {
  if (other) return verifyFileIn(language).others[other];
  return verifyIn(language).verdicts[verdict === 'empty' ? verdict : headlineOf(claims)];
}
