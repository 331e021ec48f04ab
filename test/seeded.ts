import * as fc from './draws';

/**
 * Every property draws from the seed that the run printed (`jest.config.mjs`), so that a red run can be repeated:
 * `FC_SEED=20261128 npx jest test/log`. Where a property fails, fast-check prints the seed, too.
 */
fc.configureGlobal({ seed: Number(process.env['FC_SEED']) });

/** How often the properties of a suite draw that do not say so themselves. */
export function drawEach(numRuns: number): void {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns });
}

export default fc;
