import path from 'node:path';
import { parseArgs } from 'node:util';
import { SAMPLE_SITES } from './bundle';
import { writeNotices } from './notice-register';

const { values } = parseArgs({ options: { sites: { type: 'string', default: SAMPLE_SITES } } });
try {
  const { file, added } = writeNotices(path.resolve(values.sites));
  console.log(`${path.relative(process.cwd(), file)}: ${added} new`);
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'PolicyError') throw error;
  console.error(error.message);
  process.exitCode = 1;
}
