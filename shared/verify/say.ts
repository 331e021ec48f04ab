import type { Language } from '../words/languages';
import { verifyIn } from '../words/verify';
import type { Finding, Note } from './report';

export function sayFinding(finding: Finding, language: Language): string {
  return (verifyIn(language).findings[finding.code] as (it: Finding) => string)(finding);
}

export function sayNote(note: Note, language: Language): string {
  return (verifyIn(language).notes[note.code] as (it: Note) => string)(note);
}
