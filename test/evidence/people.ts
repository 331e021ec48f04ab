import { asSubject } from '../ids';
import type { Facts } from '../../shared/consent/entry';
import type { Bundle } from '../../shared/evidence/bundle';
import { identityParts } from '../../shared/ledger/part';
import type { Language } from '../../shared/policy/schema';
import { sampleBundle, type SampleOptions } from './sample-bundle';
import { EMAIL, FROM_HOME, LETTER, NEWS, REQUEST, Story, SUBJECT, SYSTEM, withPurposes } from './story';

/*
 * One person of each kind that documents are made for: what they did, step by step, as the functions write it down.
 */

/** A day elsewhere, which in Germany is of two. */
const OF_TWO_DAYS = { saidFrom: '2021-05-03T00:00:00.000Z', saidAt: '2021-05-03T23:59:59.999Z' } as const;

/** What the kinds are called, and what happens to each. */
const STORIES = {
  plain: (story) => void story.signUp(NEWS, { asset: 'whitepaper-consent' }),
  damaged: (story) => void story.signUp(['newsletter-product']),
  several: (story) => {
    story.signUp(['newsletter-product']);
    story
      .on('2026-02-01')
      .take('ConsentWithdrawn', SUBJECT, { via: 'one-click' }, withPurposes(story, 'newsletter-product'));
    story.on('2026-03-01').signUp(['newsletter-product'], { firstName: 'Erika-Maria' });
    story.on('2026-04-01').signUp(['newsletter-events'], { confirmed: false });
    story.on('2026-05-01').signUp(['newsletter-events']);
    story.on('2026-06-01').signUp([], { asset: 'whitepaper-consent' });
    story.on('2026-07-01').record('ConsentRecorded', 'analysis', { source: 'registration', proof: [] });
  },
  withdrawn: (story) => {
    story.signUp(NEWS);
    story.on('2026-06-25').operator('ConsentWithdrawn', LETTER, withPurposes(story, ...NEWS));
  },
  objected: (story) => {
    story.record('LegitimateInterestRecorded', 'product-info', {
      source: 'account',
      proof: [],
      justification: 'existing-customer',
    });
    story.signUp(['newsletter-product']);
    story
      .on('2026-06-25')
      .operator('ObjectionRecorded', LETTER, withPurposes(story, 'product-info', 'newsletter-product'));
  },
  expired: (story) => void story.signUp(['newsletter-product'], { confirmed: false }),
  imported: (story) => {
    const times = { signedUpAt: '2019-03-01T11:50:00.000Z', givenAt: '2019-03-01T12:00:00.000Z' };
    const facts: Facts = { source: 'import', ...times, proof: ['time', 'ip', 'sign-up-time', 'sign-up-ip'] };
    story.record('ConsentRecorded', 'newsletter-product', facts);
    story.on('2026-06-25');
    const left = { via: 'elsewhere', saidAt: '2021-03-01T12:00:00.000Z' } as const;
    story.operator('ConsentWithdrawn', left, withPurposes(story, 'newsletter-events'));
    story.operator('ConsentWithdrawn', { via: 'elsewhere' }, withPurposes(story, 'newsletter-events'));
    const reported = { ...left, processor: 'brieftapir', reportedBy: 'webhook' } as const;
    story.operator('ConsentWithdrawn', reported, withPurposes(story, 'newsletter-events'));
  },
  leaver: (story) => {
    const day = { saidFrom: '2021-05-02T22:00:00.000Z', saidAt: '2021-05-03T21:59:59.999Z' };
    const facts: Facts = { via: 'elsewhere', ...day };
    story.operator('ConsentWithdrawn', facts, withPurposes(story, 'newsletter-events', 'newsletter-product'));
    story.operator('ObjectionRecorded', { via: 'elsewhere' }, withPurposes(story, 'newsletter-product'));
    story.operator('ConsentWithdrawn', { via: 'elsewhere' }, withPurposes(story, 'analysis'));
    story.operator('ObjectionRecorded', { via: 'elsewhere', ...OF_TWO_DAYS }, withPurposes(story, 'product-info'));
  },
  // What a source knows to a day or a minute.
  dated: (story) => {
    story.record('ConsentRecorded', 'newsletter-product', {
      ...{ source: 'import', signedUpAt: '2019-02-27T23:00:00.000Z', signedUpUntil: '2019-02-28T22:59:59.999Z' },
      ...{ givenAt: '2019-03-01T12:00:00.000Z', givenUntil: '2019-03-01T12:00:59.999Z' },
      proof: ['time', 'sign-up-time'],
    });
    const [givenAt, givenUntil] = ['2019-05-03T00:00:00.000Z', '2019-05-03T23:59:59.999Z'];
    story.record('ConsentRecorded', 'newsletter-events', { source: 'import', givenAt, givenUntil, proof: ['time'] });
    story.on('2026-06-25');
    const left: Facts = { via: 'elsewhere', ...OF_TWO_DAYS };
    story.operator('ConsentWithdrawn', left, withPurposes(story, 'newsletter-product'));
  },
  // Nobody whom we ever asked.
  stranger: (story) => void story.operator('ObjectionRecorded', LETTER, withPurposes(story, 'product-info')),
  interest: (story) => {
    story.record('LegitimateInterestRecorded', 'product-info', {
      source: 'account',
      proof: [],
      justification: 'existing-customer',
    });
  },
  contract: (story) => void story.record('ContractRecorded', 'service-mail', { source: 'account', proof: [] }),
  restricted: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').operator('ProcessingRestricted', LETTER);
  },
  held: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').operator('HoldPlaced', { case: 'Qm3Kx0TnS1mZx8wYbLr2cA', reviewBy: '2027-05-01' });
  },
  erased: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-25').operator('ConsentWithdrawn', LETTER, withPurposes(story, 'newsletter-product'));
    story.operator('DataErased', { ...LETTER, suppress: true });
  },
  refused: (story) => {
    story.signUp(['newsletter-product'], { confirmed: false });
    story.take('ConsentRefused', SUBJECT, { via: 'page' }, withPurposes(story, 'newsletter-product'), FROM_HOME);
  },
  weighed: (story) => {
    story.record('LegitimateInterestRecorded', 'product-info', {
      source: 'account',
      proof: [],
      justification: 'existing-customer',
    });
    story.on('2026-06-12').operator('ObjectionRaised', LETTER, withPurposes(story, 'product-info'));
    story.operator('ObjectionDecided', { decision: 'refused' }, withPurposes(story, 'product-info'));
    story.mail('objection-decided', undefined, { tellsOf: 2 });
    story.on('2026-07-12').operator('ObjectionRaised', LETTER, withPurposes(story, 'product-info'));
  },
  corrected: (story) => {
    const recordId = story.signUp(['newsletter-product']);
    story.on('2026-06-12').ask('rectification');
    story.take(
      'IdentityRectified',
      SUBJECT,
      { via: 'page', request: REQUEST },
      { recordId },
      { ...identityParts({ email: EMAIL }, { firstName: 'Erika-Maria' }), ...FROM_HOME },
    );
  },
  moved: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').ask('move');
    const movedTo = asSubject('AQECAwQFBgcICQoLDA0ODw');
    const facts: Facts = { via: 'page', request: REQUEST, movedTo };
    story.take('ConsentWithdrawn', SUBJECT, facts, withPurposes(story, 'newsletter-product'));
  },
  // Somebody who held a link asked, and nobody pressed what the mail asked about.
  unanswered: (story) => {
    story.signUp(['newsletter-product']);
    story.on('2026-06-12').ask('erasure');
  },
  incident: (story) => {
    story.signUp(['newsletter-product']);
    const facts: Facts = { case: 'Qm3Kx0TnS1mZx8wYbLr2cA', reviewBy: '2027-05-01', connections: [0, 2] };
    story.on('2026-06-12').operator('HoldPlaced', facts);
  },
  lapsed: (story) => {
    const recordId = story.signUp(['newsletter-product']);
    story.on('2026-06-12').mail('still-interested', recordId);
    story
      .on('2026-07-12')
      .take('ConsentLapsed', SYSTEM, {}, { recordId, ...withPurposes(story, 'newsletter-product') });
  },
} as const satisfies Readonly<Record<string, (story: Story) => void>>;

/** Of whom nothing is recorded. */
const UNKNOWN = 'unknown';
type Told12 = keyof typeof STORIES;
export type Kind = Told12 | typeof UNKNOWN;
export const KINDS = [...(Object.keys(STORIES) as Told12[]), UNKNOWN] as const;

/** What of a person is not there any more. */
const ABSENT: Partial<Record<Kind, Pick<SampleOptions, 'gone' | 'missing'>>> = {
  erased: { gone: ['address', 'details', 'network', 'mail'] },
  damaged: { missing: ['mail'] },
};

/** The evidence of somebody of that kind. */
export async function evidenceOf(kind: Kind, language: Language, options: SampleOptions = {}): Promise<Bundle> {
  if (kind === UNKNOWN) return nothing(await sampleBundle());
  const story = new Story(language);
  STORIES[kind](story);
  return sampleBundle({
    language,
    story,
    withoutOverdueNames: kind !== 'expired',
    ...ABSENT[kind],
    ...options,
  });
}

/** What is said of an address of which there is nothing: no step is written. */
function nothing({ address, log: { origin }, ...head }: Bundle): Bundle {
  return {
    ...head,
    address: address && { ...address, salts: {} },
    ...{ records: [], entries: [], deleted: [], notices: {} },
    log: { origin, keys: [], witnesses: [], checkpoint: null, anchors: [] },
  };
}
