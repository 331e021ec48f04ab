import type { SiteInput } from '../../shared/policy/schema';

const text = (name: string) => ({ de: `${name} auf Deutsch`, en: `${name} in English` });
export const notice = (version: string) => ({ version, text: text(`Wording ${version}`) });

/** A site that says all that a site can say. */
export const FULL = {
  id: 'shop',
  controller: {
    name: 'Beispiel GmbH',
    address: 'Musterweg 1, 00000 Beispielstadt',
    country: 'DE',
    email: 'datenschutz@example.com',
    imprint: { link: 'https://www.example.com/impressum', lines: ['Amtsgericht Beispielstadt, HRB 1'] },
    privacyNotice: { url: 'https://www.example.com/datenschutz', version: '3', date: '2026-05-01' },
    dataProtectionOfficer: { name: 'Dana Schutz', address: 'Weg 1', email: 'dana@example.com' },
    contacts: [{ about: text('Withdrawals'), email: 'stop@example.com', address: 'Weg 4' }],
    supervisoryAuthorities: [
      { name: 'Die Aufsichtsbehörde', address: 'Platz 3', url: 'https://authority.example', appliesTo: text('Here') },
    ],
  },
  origins: ['https://www.example.com', 'http://localhost:8080'],
  languages: ['en', 'de'],
  sender: { name: 'Beispiel GmbH', address: 'newsletter@example.com' },
  confirmation: { pending: 'P7D', mailsPerDay: 20, pause: 'PT30M' },
  limits: {
    mailsPerMailbox: 20,
    mailsPerNetwork: 1,
    mailsPerDomain: 1_000_000,
    mailsPerDay: 100,
    bounces: { least: 5, share: 0.5 },
    proofOfWork: 'under-load',
    sparedDomains: ['example.com', 'xn--mller-kva.example'],
  },
  fields: [{ id: 'firstName', label: text('First name') }],
  forms: [{ id: 'footer', name: text('Footer') }],
  purposes: [
    {
      id: 'newsletter',
      name: text('Newsletter'),
      legalBasis: 'consent',
      notice: notice('2'),
      welcome: true,
      singleOptIn: true,
      measures: false,
      earlierNotices: [notice('1')],
      retention: { evidence: { keep: 'P1Y', from: 'last-mail' } },
    },
    {
      id: 'analysis',
      name: text('Analysis'),
      legalBasis: 'consent',
      notice: notice('1'),
      requires: ['newsletter'],
      welcome: false,
      singleOptIn: false,
      measures: true,
      earlierNotices: [],
    },
    {
      id: 'account',
      name: text('Account'),
      legalBasis: 'contract',
      notice: notice('1'),
      welcome: false,
      singleOptIn: false,
      measures: false,
      earlierNotices: [],
    },
    {
      id: 'abroad',
      name: text('Abroad'),
      legalBasis: 'consent',
      notice: { version: '1', text: text('Yes to Far Inc. in the USA') },
      requires: ['newsletter'],
      welcome: false,
      singleOptIn: false,
      measures: false,
      earlierNotices: [],
    },
  ],
  assets: [{ id: 'paper', title: text('Paper'), notice: notice('1'), file: 'White_paper-1.0.pdf' }],
  retention: {
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    details: { keep: 'P1M' },
    network: { keep: 'P7D' },
    mails: 'as-evidence',
    accessLog: 'P90D',
    enquiries: 'P0D',
    registrationMaximum: 'P5Y',
    inactivity: { askAfter: 'P2Y', answerWithin: 'P30D', addressAfter: 'P1Y' },
    review: { every: 'P1Y', deleteWithin: 'P1M' },
    atEnd: 'anonymise',
  },
  processors: [
    {
      id: 'bote',
      name: 'Bote GmbH',
      address: 'Weg 2',
      country: 'IS',
      role: 'recipient',
      task: text('Sends mails'),
      purposes: ['newsletter', 'account'],
      transfers: [
        { country: 'JP', safeguard: 'adequacy-decision' },
        { country: 'IN', safeguard: 'standard-contractual-clauses', link: 'https://www.example.com/clauses' },
        { country: 'BR', safeguard: 'binding-corporate-rules' },
      ],
      connection: { tool: 'webhook' },
    },
    {
      id: 'abroad',
      name: 'Far Inc.',
      address: 'Road 9',
      country: 'US',
      role: 'processor',
      task: text('Measures'),
      purposes: ['newsletter'],
      transfers: [{ country: 'US', safeguard: 'express-consent', purpose: 'abroad' }],
    },
  ],
} satisfies SiteInput;

/** The same, but for what is at a place in it; undefined takes it out. */
export function having(path: string, value: unknown): SiteInput {
  const changed = structuredClone(FULL) as unknown as SiteInput;
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const at = steps.reduce<Record<string, unknown>>(
    (inside, step) => inside[step] as Record<string, unknown>,
    changed as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete at[last];
  else at[last] = value;
  return changed;
}
