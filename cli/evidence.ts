import type { EvidenceType } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { LANGUAGE, OUT, SITE, SYSTEM, tokenNote, IN_PROOF } from './options';
import { tell } from './print';
import { saveAnswer } from './save-answer';
import { ledgerOf } from './system';

const FORMATS = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  pdf: 'application/pdf',
  csv: 'text/csv',
} as const satisfies Record<string, EvidenceType>;

/** A class of personal data that evidence can disclose. */
type Class = 'address' | 'details' | 'network' | 'mail' | 'reading' | 'reason';

export const evidence = command({
  name: 'evidence',
  about: `Gets everything that there is about a person at a site, with its proofs. That it was read, by whom and why, becomes part
of the person's record.`,
  options: {
    site: SITE,
    email: { takes: 'ADDRESS', says: "the person's address" },
    id: { takes: 'ID', says: 'or the id by which a list names them, such as that of "review"' },
    reason: { takes: 'TEXT', says: `why it is needed, e.g. "letter of 20 November 2026"; ${IN_PROOF}`, isNeeded: true },
    format: { takes: 'FORM', says: 'json, jsonld, pdf, csv', default: 'json', oneOf: ['json', 'jsonld', 'pdf', 'csv'] },
    language: { ...LANGUAGE, says: "of the PDF (default: the site's)" },
    disclose: {
      takes: 'CLASSES',
      says: 'address,details,network,mail,reading,reason: what of the personal data to give (default: all)',
    },
    out: OUT,
    url: SYSTEM,
  },
  notes: tokenNote('evidence:read'),
  exits: { 0: 'written', 1: 'refused', 4: 'written, and nothing is recorded about the address' },
  run: async ({ email, id, reason, format, language, disclose, out, ...where }) => {
    // The system refuses classes that it does not know, by name.
    const classes = disclose?.split(',') as Class[] | undefined;
    if ((email === undefined) === (id === undefined)) throw new CommandError('Say whom: --email or --id.');
    const whose = email === undefined ? { id: id ?? '' } : { email };
    const order = { ...whose, reason, ...(language && { language }), ...(classes && { disclose: classes }) };
    const file = await ledgerOf(where, 'evidence:read').evidenceFile(order, FORMATS[format]);
    await saveAnswer(file, out);
    if (!file.name.startsWith('no-evidence-')) return 0;
    tell(
      'Nothing is recorded about this address: no entry is about it, and none was added now. The file says no more than that.\n',
    );
    return 4;
  },
});
