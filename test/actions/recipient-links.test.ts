import { asRecord, asSubject } from '../ids';
import { ownLinks, unsubscribeLinks } from '../../shared/actions/recipient-links';
import { openLink, type Links } from '../../shared/links/link';
import type { LinkKind } from '../../shared/links/link-token';
import type { Purpose, Site } from '../../shared/policy/schema';
import { findPurpose, findSite } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';

const links: Links = {
  publicUrl: 'https://consent.example.com',
  keyRing: () => Promise.resolve({ current: 1, keys: new Map([[1, 'one']]) }),
  inboxDomain: undefined,
};
const deps = { links };
const demo = findSite(sites, 'demo') as Site;
const newsletter = findPurpose(demo, 'newsletter-product') as Purpose;
const ADDRESSEE = { subject: asSubject('A'.repeat(22)), recordId: asRecord('B'.repeat(21) + 'A') };

/** What the link of an address says, if it is of that kind. */
const opened = (url: string | undefined, kind: LinkKind) => openLink(links, url?.split('/').at(-1) ?? '', kind);

describe('what every mail to a person can offer', () => {
  test('is the way to their preferences', async () => {
    const { preferencesUrl } = await ownLinks(deps, demo, { ...ADDRESSEE, mayMeasure: false });
    expect(await opened(preferencesUrl, 'preferences')).toEqual({ kind: 'preferences', ...ADDRESSEE, purposes: [] });
  });

  test('is also to switch off that they are measured, where that may be and the site asks for it, and only there', async () => {
    const measured = { ...ADDRESSEE, mayMeasure: true };
    const { analysisUrl } = await ownLinks(deps, demo, measured);
    expect(await opened(analysisUrl, 'unsubscribe')).toEqual({
      kind: 'unsubscribe',
      ...ADDRESSEE,
      purposes: ['analysis'],
    });
    expect(await ownLinks(deps, demo, { ...ADDRESSEE, mayMeasure: false })).not.toHaveProperty('analysisUrl');
    const without = { ...demo, purposes: demo.purposes.filter(({ measures }) => !measures) };
    expect(await ownLinks(deps, without, measured)).not.toHaveProperty('analysisUrl');
  });
});

describe('what a mail for a purpose offers', () => {
  test('is to end that purpose and no other, by the link as by the header', async () => {
    const { unsubscribeUrl, headers } = await unsubscribeLinks(deps, newsletter, { ...ADDRESSEE, mayMeasure: true });
    const link = { kind: 'unsubscribe', ...ADDRESSEE, purposes: ['newsletter-product'] };
    expect(await opened(unsubscribeUrl, 'unsubscribe')).toEqual(link);
    expect(headers?.['List-Unsubscribe']).toBe(`<${unsubscribeUrl}>`);
  });

  test('is nothing where a contract needs the mail', async () => {
    const contract = { ...newsletter, legalBasis: 'contract' as const };
    expect(await unsubscribeLinks(deps, contract, { ...ADDRESSEE, mayMeasure: true })).toEqual({});
  });

  test('is to object where it rests on legitimate interest', async () => {
    const interest = { ...newsletter, legalBasis: 'legitimate-interest' as const };
    const { unsubscribeUrl } = await unsubscribeLinks(deps, interest, { ...ADDRESSEE, mayMeasure: false });
    expect(await opened(unsubscribeUrl, 'unsubscribe')).toBeDefined();
  });
});
