import { buildReport } from '../../shared/evidence/access/build-report';
import { accessContent } from '../../shared/evidence/access/document';
import type { Bundle } from '../../shared/evidence/bundle';
import { addressOf } from '../../shared/ledger/who-is';
import { rightLetter } from '../../shared/mail/right-letter';
import { findSite } from '../../shared/policy/sites';
import { inBothForms, readableAddress } from '../../shared/readable-address';
import { sites } from '../../examples/sites';
import { textsOf } from '../evidence/block-texts';
import { coverOf, textOf } from '../evidence/dossier-text';
import { sampleSources } from '../evidence/held-sample';
import { EMAIL } from '../evidence/sample-address';
import { sampleBundle } from '../evidence/sample-bundle';

const ASCII = 'Anna@xn--mller-kva.de';
const READ = 'Anna@müller.de';

describe('people read', () => {
  test.each([
    ['umlauts', ASCII, READ],
    ['umlauts that were typed', 'Anna@MÜLLER.de', READ],
    ['ß', 'a@xn--strae-oqa.example', 'a@straße.example'],
    ['Polish', 'a@xn--d-uga0v4h.example', 'a@łódź.example'],
    ['Cyrillic below an end in Cyrillic', 'a@xn--80a1acny.xn--p1ai', 'a@почта.рф'],
    ['Chinese', 'a@xn--fiqs8s.example', 'a@中国.example'],
  ])('the letters of a domain: %s', (_, address, shown) => {
    expect(readableAddress(address)).toBe(shown);
  });

  test.each([
    ['Cyrillic that looks Latin', 'a@xn--80ak6aa92e.com'],
    ['two scripts in one label', 'a@xn--pple-43d.com'],
    ['an i without its dot', 'a@xn--gogle-o4a.com'],
    ['what nearly is a large provider', 'a@xn--gmil-6na.com'],
    ['what is written from right to left', 'a@xn--mgbh0fb.example'],
  ])('punycode where the letters could be taken for others: %s', (_, address) => {
    expect(readableAddress(address)).toBe(address);
    expect(inBothForms(address)).toBe(address);
  });

  test('an address of ASCII letters, and what is none, as it was typed', () => {
    for (const typed of ['Erika.M@Example.COM', 'no address', EMAIL]) {
      expect([readableAddress(typed), inBothForms(typed)]).toEqual([typed, typed]);
    }
  });

  test('both forms, where it has to be proven which it was', async () => {
    const bundle = JSON.parse(JSON.stringify(await sampleBundle()).replaceAll(EMAIL, ASCII)) as Bundle;
    expect(textOf(await coverOf(bundle))).toContain(`E-Mail-Adresse: ${READ} (${ASCII})`);
  });

  test('letters in access reports and in mails about another address', async () => {
    const site = findSite(sites, 'demo')!;
    const report = buildReport({ ...(await sampleSources({ language: 'de' })), email: ASCII });
    const text = textsOf(await accessContent(report, site)).join('\n');
    expect([text.includes(READ), text.includes(ASCII), report.email]).toEqual([true, false, ASCII]);
    const against = { holds: [], duties: [], contracts: [] };
    const asked = { right: 'move', askedAt: new Date(0), confirmBy: new Date(0), url: '', against } as const;
    expect(rightLetter(site, 'de', { ...asked, newEmail: ASCII }).text).toContain(READ);
  });

  test('letters in lists, beside what machines go by', () => {
    expect(addressOf({ email: ASCII })).toEqual({ email: ASCII, shown: READ });
    expect(addressOf({ email: 'a@example.org' })).toEqual({ email: 'a@example.org' });
  });
});
