import { label, reason } from '../../shared/http/fields';

const takes = (schema: ReturnType<typeof reason>, value: unknown): boolean => schema.safeParse(value).success;

describe('a reason', () => {
  const why = reason('letter of 20 November');

  test.each(['abc', 'letter of 20 November', 'x'.repeat(500), 'Brief vom 3. 12., S. 2', '@ the counter', 'a @ b'])(
    'can be "%s"',
    (text) => expect(takes(why, text)).toBe(true),
  );

  test.each([
    ...['', '  ', 'ab', ' ab ', 'x'.repeat(501), 7, null, undefined, ['letter']],
    ...['erika@example.org', 'asked by erika@example.org today', '<erika@example.org>', 'a@b', 'Erika@Müller.de,'],
  ])('cannot be %p: it is for good, and names nobody', (text) => expect(takes(why, text)).toBe(false));

  test('that is refused is told with an example', () => {
    expect(why.safeParse('x').error?.issues[0]?.message).toContain('e.g. "letter of 20 November"');
  });
});

describe('what an operator calls a dispute', () => {
  test.each(['A', 'Erika Mustermann ./. Zettelkranich', 'erika@example.org', 'x'.repeat(100)])(
    'can be "%s", as it lives in the vault alone',
    (text) => expect(takes(label(), text)).toBe(true),
  );

  test.each(['', '   ', 'x'.repeat(101), 7, null])('cannot be %p', (text) => expect(takes(label(), text)).toBe(false));
});
