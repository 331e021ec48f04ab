import { createHash } from 'node:crypto';
import fc from '../seeded';
import { noticeHash, type Notice } from '../../shared/policy/notices';
import { inLanguage, purposeName, requirements } from '../../shared/policy/sites';
import { sites } from '../../examples/sites';

const NOTICE: Notice = {
  site: 'shop',
  purpose: 'newsletter',
  version: '1',
  language: 'de',
  text: 'Ja, ich möchte „Grüße“.',
};

test('the hash of a notice is SHA-256 over its canonical JSON, written out here', () => {
  const canonical =
    '{"language":"de","purpose":"newsletter","site":"shop","text":"Ja, ich möchte „Grüße“.","version":"1"}';
  expect(noticeHash(NOTICE)).toBe(createHash('sha256').update(canonical, 'utf8').digest('base64url'));
});

test('a notice that differs in anything has another hash', () => {
  const notice = fc.record({
    site: fc.constantFrom('shop', 'blog'),
    purpose: fc.constantFrom('newsletter', 'events'),
    version: fc.constantFrom('1', '2'),
    language: fc.constantFrom('de' as const, 'en' as const),
    text: fc.string({ maxLength: 5 }),
  });
  fc.assert(
    fc.property(notice, notice, (one, other) => {
      const same = (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]);
      expect(noticeHash(one) === noticeHash(other)).toBe(same);
    }),
  );
});

test('the order of keys does not count', () => {
  const reversed = Object.fromEntries(Object.entries(NOTICE).reverse()) as unknown as Notice;
  expect(noticeHash(reversed)).toBe(noticeHash(NOTICE));
});

test('what a site knows no longer is called by its id, in whatever language there is', () => {
  const [demo] = sites;
  expect(purposeName(demo, 'newsletter-events', 'en')).toBe('Events newsletter');
  expect(purposeName(demo, 'given-up', 'en')).toBe('given-up');
  expect(purposeName(undefined, 'newsletter-events', 'de')).toBe('newsletter-events');
  expect(inLanguage({ de: 'Grüße' }, 'en')).toBe('Grüße');
});

test('requirements are those of the site, and none without one', () => {
  expect([...requirements(sites[0])]).toEqual([['analysis', ['newsletter-product', 'newsletter-events']]]);
  expect(requirements(undefined).size).toBe(0);
});
