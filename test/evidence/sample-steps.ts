import { asRecord } from '../ids';
import type { Actor, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import type { Parts } from '../../shared/ledger/part';
import { noticeHash, purposeNotice, type Notice } from '../../shared/policy/notices';
import type { Language, LegalBasis, Site } from '../../shared/policy/schema';
import { findPurpose } from '../../shared/policy/sites';

/** A step with its parts, before it is an entry. */
export interface Taken {
  readonly step: Step;
  readonly parts: Parts;
}

export interface Told {
  readonly steps: readonly Taken[];
  readonly notices: readonly Notice[];
}

/** What came from elsewhere, and what operators did, either with all of it standing in the end or with all of it ended. */
export type Further = 'standing' | 'ended';

const OPERATOR: Actor = { kind: 'operator', id: 'privacy-desk' };
const BACKEND: Actor = { kind: 'backend', id: 'shop' };
const IMPORTED = asRecord(Buffer.alloc(16, 4).toString('base64url'));
const CUSTOMER = asRecord(Buffer.alloc(16, 5).toString('base64url'));
const CONTRACT = asRecord(Buffer.alloc(16, 6).toString('base64url'));
const REQUEST = Buffer.alloc(16, 9).toString('base64url');
const CASE = Buffer.alloc(16, 8).toString('base64url');

/** The steps that follow a confirmed sign-up; every type of entry is among them that a sign-up alone does not have. */
export function furtherSteps(site: Site, signUp: string, language: Language, further: Further): Told {
  const events = wording(site, 'newsletter-events', language, 'consent');
  const product = wording(site, 'product-info', language, 'legitimate-interest');
  const service = wording(site, 'service-mail', language, 'contract');
  const step = (type: EntryType, minute: number, actor: Actor, facts: Facts, more: Partial<Step> = {}): Step => {
    const at = `2026-11-10T09:${`${minute}`.padStart(2, '0')}:00.000Z`;
    return { type, site: site.id, at, actor, purposes: [], facts, ...more } as Step;
  };
  const operator = (type: EntryType, minute: number, facts: Facts, more: Partial<Step> = {}, parts: Parts = {}) => ({
    step: step(type, minute, OPERATOR, facts, more),
    parts: { ...parts, reason: { reason: `Anliegen vom 9. November, Vermerk ${minute}` } },
  });
  const identity: Parts = {
    address: { email: 'Erika.Müller-Lüdenscheidt@example.org' },
    details: { fields: { lastName: 'Müller' } },
  };
  const steps: Taken[] = [
    {
      step: step(
        'ConsentRecorded',
        1,
        BACKEND,
        {
          source: 'import',
          signedUpAt: '2024-03-01T11:50:00.000Z',
          givenAt: '2024-03-01T12:00:00.000Z',
          proof: ['time', 'ip', 'double-opt-in', 'sign-up-time', 'sign-up-ip'],
        },
        { recordId: IMPORTED, language, purposes: [events.purpose] },
      ),
      parts: { ...identity, network: { ip: '192.0.2.44', ipSource: 'backend', signedUpBy: { ip: '192.0.2.43' } } },
    },
    operator(
      'LegitimateInterestRecorded',
      2,
      { source: 'account', proof: [], justification: 'existing-customer' },
      { recordId: CUSTOMER, language, purposes: [product.purpose] },
      identity,
    ),
    { step: step('ActivityReported', 3, BACKEND, { activeAt: '2026-11-09T20:00:00.000Z' }), parts: {} },
    { step: step('ActivityReported', 4, BACKEND, { mailedAt: '2026-11-09T21:00:00.000Z' }), parts: {} },
    {
      step: step(
        'MailSent',
        4,
        { kind: 'system' },
        { mail: 'notice-changed', privacyNotice: '4', messageId: 'n-000000' },
        { recordId: asRecord(signUp), language },
      ),
      parts: {},
    },
    operator('IdentityRectified', 5, { via: 'phone' }, { recordId: asRecord(signUp) }, identity),
    operator('AccessGiven', 6, { via: 'letter', receivedOn: '2026-11-09', form: 'report' }),
    operator('HoldPlaced', 7, { case: 'Qm3Kx0TnS1mZx8wYbLr2cA', reviewBy: '2027-05-01' }),
    operator('ProcessingRestricted', 8, { via: 'e-mail', receivedOn: '2026-11-10' }),
    operator(
      'ContractRecorded',
      14,
      { source: 'account', proof: [] },
      { recordId: CONTRACT, language, purposes: [service.purpose] },
      identity,
    ),
    {
      step: step(
        'MailBounced',
        15,
        { kind: 'system' },
        { bounce: 'permanent', saidAt: '2026-11-10T09:14:00.000Z', reference: 'A'.repeat(22) },
        { recordId: asRecord(signUp) },
      ),
      parts: {},
    },
    { step: step('LanguageChosen', 16, { kind: 'subject' }, {}, { language: 'en' }), parts: {} },
    {
      step: step('MailReceived', 17, { kind: 'subject' }, { reading: 'unclear', provenBy: 'sender', case: CASE }),
      parts: { mail: { raw: RECEIVED } },
    },
    { step: step('ProcessorInformed', 18, { kind: 'system' }, { processor: 'brieftapir', upTo: 5 }), parts: {} },
    ...(further === 'ended'
      ? [
          operator('CaseClosed', 19, { case: CASE, outcome: 'answered' }),
          operator('ContractEnded', 20, { endedOn: '2026-11-08' }, { recordId: CONTRACT, purposes: [service.purpose] }),
          {
            step: step(
              'DeletionConfirmed',
              21,
              { kind: 'backend', id: 'brieftapir' },
              { processor: 'brieftapir', upTo: 14 },
            ),
            parts: {},
          },
          {
            step: step(
              'ConsentWithdrawn',
              22,
              { kind: 'system' },
              {
                via: 'elsewhere',
                processor: 'brieftapir',
                reportedBy: 'webhook',
                saidAt: '2026-11-10T08:00:00.000Z',
              },
              { recordId: IMPORTED, purposes: [wording(site, 'analysis', language, 'consent').purpose] },
            ),
            parts: { reason: { reason: '{"event":"unsubscribe","email":"erika.müller-lüdenscheidt@example.org"}' } },
          },
          operator('RestrictionLifted', 23, {}),
          operator('HoldLifted', 24, { case: 'Qm3Kx0TnS1mZx8wYbLr2cA' }),
          operator(
            'ObjectionRecorded',
            25,
            { via: 'in-person', receivedOn: '2026-11-10' },
            { purposes: [product.purpose] },
          ),
          {
            step: step('ConsentLapsed', 26, { kind: 'system' }, {}, { recordId: IMPORTED, purposes: [events.purpose] }),
            parts: {},
          },
          operator(
            'HoldPlaced',
            27,
            { case: 'Yl5Vd0TnS1mZx8wYbLr2cA', reviewBy: '2026-12-10', connections: [0] },
            {},
            {},
          ),
          operator('HoldLifted', 27, { case: 'Yl5Vd0TnS1mZx8wYbLr2cA' }),
          operator('ObjectionRaised', 28, { via: 'letter', receivedOn: '2026-11-09' }, { purposes: [product.purpose] }),
          operator('ObjectionDecided', 29, { decision: 'upheld' }, { purposes: [product.purpose] }),
          {
            step: step(
              'MailSent',
              30,
              { kind: 'system' },
              { mail: 'objection-decided', messageId: 'n-000001', tellsOf: 29 },
            ),
            parts: {},
          },
          operator('ObjectionRecorded', 31, { via: 'letter', weighed: true }, { purposes: [product.purpose] }),
          {
            step: step(
              'ConsentLapsed',
              32,
              { kind: 'system' },
              { because: 'ends-on', endedOn: '2026-11-09' },
              { recordId: IMPORTED, purposes: [events.purpose] },
            ),
            parts: {},
          },
          {
            step: step(
              'ConsentRefused',
              33,
              { kind: 'subject' },
              { via: 'page', fetchedAt: '2026-11-10T09:32:30.000Z', fetchedBy: 'other' },
              { recordId: IMPORTED, purposes: [events.purpose] },
            ),
            parts: {},
          },
          {
            step: step(
              'RightRequested',
              34,
              { kind: 'subject' },
              { right: 'erasure', request: REQUEST, confirmBy: '2026-11-12T09:34:00.000Z' },
            ),
            parts: { network: { ip: '203.0.113.8', ipSource: 'connection' } } satisfies Parts,
          },
          {
            step: step(
              'MailSent',
              35,
              { kind: 'system' },
              { mail: 'right-requested', messageId: 'n-000002', request: REQUEST },
            ),
            parts: {},
          },
          {
            step: step('DataErased', 36, { kind: 'subject' }, { via: 'page', request: REQUEST, suppress: true }),
            parts: {},
          },
        ]
      : []),
  ];
  return { steps, notices: [events.notice, product.notice, service.notice] };
}

const RECEIVED = [
  'From: Erika <erika.müller-lüdenscheidt@example.org>',
  'To: datenschutz@demo.example',
  'Subject: Frage',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Schicken Sie mir das künftig bitte anders.',
  '',
].join('\r\n');

function wording(site: Site, id: string, language: Language, legalBasis: LegalBasis) {
  const notice = purposeNotice(site, findPurpose(site, id)!, language);
  return { notice, purpose: { id, legalBasis, noticeHash: noticeHash(notice) } };
}
