import { EXAMPLE_SITES } from '../../examples/sites/module';
import { build } from '../../local/build';

/** Run as a process of its own, as Jest loads no ES modules before the first suite: bundles everything into the given folder. */
build({ outdir: process.argv[2] ?? '', sites: EXAMPLE_SITES });
