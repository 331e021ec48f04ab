import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..', '..');
/** What a copy leaves out: what is made from the rest. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'cdk.out', 'coverage', '.git', '.local']);

/** The code in a folder of its own, with a further language: the folder of its words, and what scripts write from it. */
export function copyWithLanguage(language: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'one-more-language-'));
  for (const name of readdirSync(ROOT).filter((each) => !LEFT_OUT.has(each))) {
    cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  writeWords(path.join(copy, 'shared', 'words'), language);
  run(copy, 'infra/write-words.ts');
  run(copy, 'infra/write-openapi.ts');
  return copy;
}

/** Runs a script of the copy, and returns what it wrote. */
export function run(copy: string, script: string): string {
  const tsx = require.resolve('tsx/cli');
  return execFileSync(process.execPath, [tsx, script], { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

/** Each area as English has it, with accents; days, numbers and countries as Greeks write them, so that no others hide. */
function writeWords(words: string, language: string): void {
  const folder = path.join(words, language);
  mkdirSync(folder);
  for (const file of readdirSync(path.join(words, 'en'))) {
    const { name: area } = path.parse(file);
    const name = area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const locale = "{ ...pseudo(en), tag: 'el-GR', separator: ';', clock: (time) => time }";
    const made = area === 'locale' ? locale : 'pseudo(en)';
    const code = [
      `import type { ${name} as de } from '../de/${area}';`,
      `import { ${name} as en } from '../en/${area}';`,
      "import { accented, pseudo } from '../../../test/words/pseudo/accents';",
      `void [en, accented, pseudo];`,
      `export const ${name}: typeof de = ${made};\n`,
    ];
    writeFileSync(path.join(folder, file), code.join('\n'));
  }
}
