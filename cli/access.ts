import type { AccessType } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { EMAIL, LANGUAGE, OUT, SITE, SYSTEM, tokenNote, IN_PROOF } from './options';
import { saveAnswer } from './save-answer';
import { ledgerOf } from './system';

const REPORTS: Readonly<Record<string, AccessType>> = { json: 'application/json', pdf: 'application/pdf' };
const PORTABLES: Readonly<Record<string, AccessType>> = { json: 'application/json', csv: 'text/csv' };

export const access = command({
  name: 'access',
  about: `Answers "what do you know about me?" (Art. 15 GDPR): everything that is kept about a person at a site, for the person, in
their language. With --portable instead what they gave, as a file to take along (Art. 20). That they were told, by whom
and why, becomes part of the person's record.`,
  options: {
    site: SITE,
    email: EMAIL,
    reason: { takes: 'TEXT', says: `what it is for, e.g. "letter of 20 November 2026"; ${IN_PROOF}`, isNeeded: true },
    portable: { says: 'the data to take along' },
    format: { takes: 'FORM', says: 'json, pdf; with --portable json, csv (default: pdf; with --portable json)' },
    language: { ...LANGUAGE, says: "of the answer (default: the person's own)" },
    out: OUT,
    'dry-run': { says: 'only say what would be given; nothing is written down' },
    url: SYSTEM,
  },
  notes: tokenNote('evidence:write'),
  exits: { 0: 'written', 1: 'refused' },
  run: async ({ email, reason, portable, format, language, out, 'dry-run': dryRun, ...where }) => {
    const order = {
      email,
      reason,
      ...(language && { language }),
      ...(portable && { portable }),
      ...(dryRun && { dryRun }),
    };
    const answer = await ledgerOf(where, 'evidence:write').subjects.access(order, typeOf(format, portable));
    await saveAnswer(answer, dryRun ? '-' : out);
  },
});

function typeOf(format: string | undefined, isPortable: boolean): AccessType {
  const types = isPortable ? PORTABLES : REPORTS;
  const wanted = format ?? (isPortable ? 'json' : 'pdf');
  const type = Object.hasOwn(types, wanted) ? types[wanted] : undefined;
  if (type) return type;
  throw new CommandError(`--format takes ${Object.keys(types).join(' or ')} here, not "${wanted}".`);
}
