import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeNotices } from './notice-register';
import { SettingsError } from './settings';

const { values } = parseArgs({ options: { sites: { type: 'string' } } });
try {
  if (!values.sites) throw new SettingsError('Which sites? Add -- --sites path/to/your/sites.ts.');
  const { file, added } = writeNotices(path.resolve(values.sites));
  console.log(`${path.relative(process.cwd(), file)}: ${added} new`);
} catch (error) {
  if (!(error instanceof Error && ['PolicyError', 'SettingsError'].includes(error.name))) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
