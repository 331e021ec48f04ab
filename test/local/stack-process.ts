import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack } from '../../local/stack';

/** Run as a process of its own, to be killed: a whole stack on the given folder. */
void startStack({ sites: EXAMPLE_SITES, dataDir: process.argv[2] ?? '' }).then(({ url }) => process.send?.(url));
