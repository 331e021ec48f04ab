import { writeFileSync } from 'node:fs';
import { everything } from '../infra/everything';
import { granted } from '../infra/granted';

/** Run as a process of its own, as AWS CDK takes seconds to load: writes what each function is granted into the given file. */
writeFileSync(process.argv[2] ?? '', JSON.stringify([...granted(everything())]));
