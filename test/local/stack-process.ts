import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack } from '../../local/stack';

const [dataDir = '', bundles = ''] = process.argv.slice(2);

/** Run as a process of its own, which can be killed: a whole stack on the given folder. */
void startStack({ sites: EXAMPLE_SITES, dataDir, bundles, report: (line) => console.warn(line) }).then(({ url }) =>
  process.send?.(url),
);
