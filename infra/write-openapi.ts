import { parseArgs } from 'node:util';
import { staleFiles, writeOpenApi } from './openapi/write';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

/** Writes what follows from the operations; with `--check` only says which files are not up to date. */
const files = values.check ? staleFiles() : writeOpenApi();
console.log(files.join('\n'));
if (values.check && files.length > 0) process.exitCode = 1;
