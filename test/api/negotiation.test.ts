import fc from '../seeded';
import { gunzipSync } from 'node:zlib';
import { acceptedForm } from '../../shared/http/accept';
import { acceptedLanguage } from '../../shared/http/accepted-language';
import { compressed } from '../../shared/http/fitting';
import type { Problem } from '../../shared/http/problem';
import type { HttpRequest } from '../../shared/http/request';

const FORMS = {
  'application/json': 'json',
  'application/ld+json': 'jsonld',
  'application/pdf': 'pdf',
  'text/csv': 'csv',
};
const TYPES = Object.keys(FORMS);
const asking = (headers: Record<string, string>): HttpRequest => ({
  method: 'GET',
  path: '/',
  routeKey: '$default',
  headers,
  query: {},
  params: {},
  body: Buffer.alloc(0),
  sourceIp: '203.0.113.9',
});
const formFor = (accept: string): string => acceptedForm(asking({ accept }), FORMS);
const statusFor = (accept: string): number => {
  try {
    formFor(accept);
    return 200;
  } catch (error) {
    return (error as Problem).status;
  }
};

describe('the form of an answer', () => {
  test.each([
    ['*/*', 'json'],
    ['', 'json'],
    ['application/*', 'json'],
    ['text/*', 'csv'],
    ['application/json;q=0, */*', 'jsonld'],
    ['*/*, application/json;q=0.5', 'jsonld'],
    ['text/csv;q=0.5, application/pdf;q=0.6', 'pdf'],
    ['text/csv;q=0.5, */*;q=0.1', 'csv'],
    ['APPLICATION/PDF', 'pdf'],
    ['application/json; charset=utf-8', 'json'],
    ['text/csv; charset=UTF-8, */*;q=0.1', 'csv'],
    ['application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted, x"', 'jsonld'],
    ['text/html, application/pdf;q=0.4, */*;q=0', 'pdf'],
  ])('%j is %s', (accept, form) => {
    expect(formFor(accept)).toBe(form);
  });

  test('is the first where nothing is asked for', () => {
    expect(acceptedForm(asking({}), FORMS)).toBe('json');
  });

  test.each(['text/html', 'image/*', 'application/json;q=0', '*/*;q=0', 'nonsense', '"', ';;;'])(
    '%j is none',
    (accept) => {
      expect(statusFor(accept)).toBe(406);
    },
  );

  const weight = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const range = fc.constantFrom(...TYPES, '*/*', 'application/*', 'text/*', 'image/png');

  test('is never one that was refused, and of those that are named the one that is wanted most', () => {
    fc.assert(
      fc.property(fc.dictionary(range, weight, { minKeys: 1 }), (weights) => {
        const accept = Object.entries(weights)
          .map(([type, q]) => `${type};q=${q}`)
          .join(', ');
        const weightOf = (type: string): number =>
          weights[type] ?? weights[`${type.split('/')[0]}/*`] ?? weights['*/*'] ?? 0;
        const most = Math.max(...TYPES.map(weightOf));
        if (most === 0) expect(statusFor(accept)).toBe(406);
        else
          expect(
            TYPES.filter((type) => weightOf(type) === most).map((type) => FORMS[type as keyof typeof FORMS]),
          ).toContain(formFor(accept));
      }),
    );
  });
});

describe('an answer', () => {
  const packed = (header?: string) =>
    compressed(
      { statusCode: 200, headers: {}, body: 'text' },
      asking(header === undefined ? {} : { 'accept-encoding': header }),
    );

  test.each(['gzip', 'gzip, deflate, br', 'br;q=1, gzip;q=0.1', '*', 'GZIP'])('is compressed for %j', (header) => {
    const { body, headers } = packed(header);
    expect(headers).toMatchObject({ 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
    expect(gunzipSync(Buffer.from(body ?? '', 'base64')).toString()).toBe('text');
  });

  test.each([undefined, '', 'gzip;q=0', 'gzip;q=0.000, br', '*;q=0', 'br', 'identity', 'x-gzip-2'])(
    'is as it is for %j',
    (header) => {
      expect(packed(header)).toEqual({ statusCode: 200, headers: {}, body: 'text' });
    },
  );
});

describe('the language of a page', () => {
  test.each([
    ['de', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['en;q=0.1, de;q=0.9', 'de'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en'],
    ['de-AT', 'de'],
    ['EN-us', 'en'],
    ['en_GB', 'en'],
    ['de_AT, en;q=0.5', 'de'],
    ['fr_CH, EN_us;q=0.3', 'en'],
    ['en;q=0, *', 'de'],
    ['', 'de'],
    ['fr', undefined],
    ['de;q=0, en;q=0', undefined],
    ['deutsch', undefined],
  ])('for %j is %s', (header, language) => {
    expect(acceptedLanguage(asking({ 'accept-language': header }), ['de', 'en'])).toBe(language);
  });

  test('is the first where the browser does not say', () => {
    expect(acceptedLanguage(asking({}), ['en', 'de'])).toBe('en');
  });
});

test('whatever a header holds, there is an answer', () => {
  const piece = fc.constantFrom(
    ',',
    ';',
    '=',
    'q',
    'q=',
    '0.5',
    '"',
    '*',
    '/',
    'de',
    'text/csv',
    ' ',
    '\\',
    '\0',
    'ü',
    '__proto__',
  );
  const header = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(header, (text) => {
      expect([200, 406]).toContain(statusFor(text));
      expect(['de', 'en', undefined]).toContain(acceptedLanguage(asking({ 'accept-language': text }), ['de', 'en']));
      expect(
        compressed({ statusCode: 200, headers: {}, body: '' }, asking({ 'accept-encoding': text })).statusCode,
      ).toBe(200);
    }),
    { numRuns: 2000 },
  );
});
