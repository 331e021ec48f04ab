import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { overview } from './overview/picture';

writeFileSync(path.resolve(__dirname, '..', 'docs', 'overview.svg'), overview());
