import { COMMON, OF_UNITS, RUN } from './jest.config.mjs';

/** The suites that need neither database nor bundles. */
export default { ...COMMON, ...OF_UNITS, ...RUN };
