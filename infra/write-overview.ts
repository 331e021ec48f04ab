import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { overview } from './overview/picture';
import { stepsPage } from './overview/steps';

const DOCS = path.resolve(__dirname, '..', 'docs');
writeFileSync(path.join(DOCS, 'overview.svg'), overview());
writeFileSync(path.join(DOCS, 'steps.md'), stepsPage());
