import type * as z from '../../shared/zod';
import type { Sent } from '../../clients/typescript/src/types';
import type { recordConsent } from '../../shared/http/operations/record-consent';
import type { rectify } from '../../shared/http/operations/rectify';
import type { signUp } from '../../shared/http/operations/sign-up';

/** Takes a value of one type; that the function which hands it on as another compiles is the test. */
const of = <T>(handOn: (value: T) => unknown) => handOn;

const HANDED_ON = [
  of<Sent<'signUp'>>((sent): z.input<typeof signUp.body> => sent),
  of<Sent<'recordConsent'>>((sent): z.input<typeof recordConsent.body> => sent),
  of<Sent<'rectify'>>((sent): z.input<typeof rectify.body> => sent),
  // @ts-expect-error: a report of a consent is no sign-up
  of<Sent<'recordConsent'>>((sent): z.input<typeof signUp.body> => sent),
];

test('what the client sends is of the types that the functions take', () => {
  expect(HANDED_ON).toHaveLength(4);
});
