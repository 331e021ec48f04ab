import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { indexModules, WORDS } from './words-index';

for (const [file, text] of indexModules()) writeFileSync(path.join(WORDS, file), text);
