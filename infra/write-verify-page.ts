import { statSync } from 'node:fs';
import path from 'node:path';
import { writeVerifyPage } from './verify-page';

const file = writeVerifyPage(path.resolve(__dirname, '..', 'dist'));
console.log(`${file}, ${Math.round(statSync(file).size / 1024)} KB`);
