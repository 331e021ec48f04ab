import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeNotices } from './notice-register';
import { isForOperators } from './for-operators';
import { StageError } from './stages/stage';

const { values } = parseArgs({ options: { sites: { type: 'string' } } });
try {
  if (!values.sites) throw new StageError('Which sites? Add -- --sites path/to/your/sites.ts.');
  const { file, added } = writeNotices(path.resolve(values.sites));
  console.log(`${path.relative(process.cwd(), file)}: ${added} new`);
} catch (error) {
  if (!isForOperators(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
