import type { SiteInput } from '../../shared/policy/schema';

export const NEWSLETTER = {
  id: 'newsletter',
  name: { de: 'Newsletter' },
  legalBasis: 'consent' as const,
  notice: { version: '1', text: { de: 'Ja, die Beispiel GmbH darf mir mailen.' } },
};

export const AUTHORITY = { name: 'Die Aufsichtsbehörde', address: 'Platz 3', url: 'https://authority.example' };

export const VALID: SiteInput = {
  id: 'shop',
  controller: {
    name: 'Beispiel GmbH',
    address: 'Musterweg 1, 00000 Beispielstadt',
    country: 'DE',
    email: 'datenschutz@example.com',
    imprint: { link: 'https://www.example.com/impressum', lines: ['Amtsgericht Beispielstadt, HRB 1'] },
    privacyNotice: { url: 'https://www.example.com/datenschutz', version: '3', date: '2026-05-01' },
    supervisoryAuthorities: [AUTHORITY],
  },
  origins: ['https://www.example.com'],
  languages: ['de'],
  sender: { name: 'Beispiel GmbH', address: 'newsletter@example.com' },
  confirmation: { pending: 'P7D' },
  purposes: [NEWSLETTER],
  retention: {
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    details: 'as-evidence',
    network: 'as-evidence',
    mails: 'as-evidence',
    accessLog: 'P90D',
    enquiries: 'P0D',
    atEnd: 'delete',
  },
};

export const PROCESSOR = {
  id: 'bote',
  name: 'Bote',
  address: 'Weg 2',
  country: 'DE',
  role: 'processor',
  task: { de: 'Versand' },
  purposes: [],
};

export const ABROAD = {
  ...NEWSLETTER,
  id: 'abroad',
  requires: ['newsletter'],
  notice: { version: '1', text: { de: 'Ja, Bote in den USA darf meine Adresse bekommen.' } },
};
export const ON_CONSENT = {
  country: 'US',
  transfers: [{ country: 'US', safeguard: 'express-consent', purpose: 'abroad' }],
  purposes: ['newsletter'],
};
