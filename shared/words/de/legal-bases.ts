import type { LegalBasis } from '../../policy/schema';

interface Basis {
  readonly name: string;
  /** With the article that it is in. */
  readonly inFull: string;
}

/** What the legal bases are called (Art. 6(1) GDPR). */
export const legalBases: Readonly<Record<LegalBasis, Basis>> = {
  consent: { name: 'Einwilligung', inFull: 'Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)' },
  contract: { name: 'Vertrag', inFull: 'Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)' },
  'legitimate-interest': {
    name: 'berechtigtes Interesse',
    inFull: 'Berechtigtes Interesse an Direktwerbung (Art. 6 Abs. 1 Buchst. f DSGVO)',
  },
};
