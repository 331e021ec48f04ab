import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findPurpose, findSite } from '../../shared/policy/sites';
import type { Answer, World } from './world';
import { takeStep } from '../../shared/actions/take-step';
import { subjectId } from '../../shared/ledger/subject-id';

/** A site that takes single opt-ins, and mails its customers on legitimate interest. */
export const SITE = 'notice-002';
/** A site that takes nothing less than a double opt-in. */
export const STRICT_SITE = 'notice-003';

export const site = (id: string): Site => findSite(sites, id) as Site;

export function hashOf(id: string, siteId = SITE): string {
  const purpose = findPurpose(site(siteId), id);
  return purpose ? noticeHash(purposeNotice(site(siteId), purpose, 'de')) : '';
}

/** What a backend reports of a consent. */
export const consent = (email: string, change: object = {}): object => ({
  email,
  purposes: ['newsletter'],
  language: 'de',
  version: '4',
  source: 'registration',
  givenAt: '2026-11-20T10:00:00+01:00',
  ...change,
});

/** What a backend reports of a customer. */
export const interest = (email: string, change: object = {}): object => ({
  email,
  purposes: ['similar-offers'],
  notices: [hashOf('similar-offers')],
  ...change,
});

/** The purposes of a step. */
export const purposesOf = (id: string): object => ({
  purposes: [{ id, legalBasis: 'consent', noticeHash: hashOf(id) }],
});

/** Reports to the world, and looks what became of it. */
export class Elsewhere {
  constructor(private readonly world: World) {}

  report(body: object, siteId = SITE): Promise<Answer> {
    return this.world.call('reports', 'consents-report', { body, params: { site: siteId }, operator: 'shop-1' });
  }

  async allowed(email: string): Promise<Record<string, boolean>> {
    const answer = await this.world.call('permissions', 'permissions', { body: { email }, params: { site: SITE } });
    const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
    return Object.fromEntries(purposes.map((purpose) => [purpose.id, purpose.allowed]));
  }

  async audience(purpose: string): Promise<{ email: string; unsubscribeUrl: string }[]> {
    const [params, query] = [{ site: SITE, purpose }, { limit: '1000' }];
    const answer = await this.world.call('audience', 'audience', { params, query });
    return (JSON.parse(answer.body) as { recipients: { email: string; unsubscribeUrl: string }[] }).recipients;
  }

  /** Takes a step of the person's, by whichever way it came; an objection, unless it says something else. */
  async append(email: string, step: object): Promise<void> {
    const now = new Date();
    await takeStep(this.world.deps, {
      subject: await subjectId(this.world.deps.subjectKey, SITE, email),
      now,
      decide: () => ({
        site: SITE,
        type: 'ObjectionRecorded',
        at: now.toISOString(),
        actor: { kind: 'subject' },
        purposes: [],
        facts: {},
        ...step,
      }),
    });
  }
}
