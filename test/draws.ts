import * as fc from 'fast-check';

/** fast-check, with a share of the draws where that is asked for. Suites import it from `seeded.ts`. */
export * from 'fast-check';

/** Of how many draws one is made; `.ci/run` asks the second version of Node for one of three. @default each */
const oneOf = Number(process.env['FC_ONE_OF'] ?? 1);
if (!(oneOf >= 1)) throw new Error(`FC_ONE_OF says of how many draws one is made, not “${process.env['FC_ONE_OF']}”.`);
const AT_LEAST = 10;

/**
 * How many draws are made in place of so many. They are counted, not timed: on a busy machine a limit of time can be over before the
 * first draw is, which fast-check takes for red.
 */
export function share(numRuns: number, of: number): number {
  return Math.min(numRuns, Math.max(AT_LEAST, Math.ceil(numRuns / of)));
}

/** @public as `fc.assert`, by way of `seeded.ts` */
export const assert = ((property: fc.IRawProperty<unknown>, given?: fc.Parameters<unknown>) => {
  const numRuns = given?.numRuns ?? fc.readConfigureGlobal().numRuns ?? 100;
  return fc.assert(property, { ...given, numRuns: share(numRuns, oneOf) });
}) as typeof fc.assert;
