import { defineSite, PolicyError } from '../../shared/policy/site';
import { having } from './full-site';

/* Single values that sites have, besides those of `schema.test.ts`. */

test('a second is the 3600th part of an hour, however many there are', () => {
  for (const duration of ['P999YT3600S', 'P999YT525600M'])
    expect(defineSite(having('/retention/accessLog', duration)).retention.accessLog).toBe(duration);
  expect(() => defineSite(having('/retention/accessLog', 'P999YT31536001S'))).toThrow(PolicyError);
});

test('a domain is nothing but a domain', () => {
  for (const domain of [
    'a.example/',
    'a.example:25',
    'a.example.',
    'x@a.example',
    '.example',
    `${'a'.repeat(64)}.example`,
  ])
    expect(() => defineSite(having('/limits/sparedDomains/0', domain))).toThrow(PolicyError);
  const longest = `${'a'.repeat(63)}.example`;
  expect(defineSite(having('/limits/sparedDomains/0', longest)).limits.sparedDomains[0]).toBe(longest);
});

test('a processor that says nothing of transfers has none', () => {
  expect(defineSite(having('/processors/0/transfers', undefined)).processors[0]?.transfers).toEqual([]);
});
