import { buildSync } from 'esbuild';
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type * as Client from '../../clients/typescript/src/index';

const ROOT = path.join(__dirname, '..', '..');
const CLIENT = path.join(ROOT, 'clients', 'typescript');
const BIN = path.join(ROOT, 'node_modules', '.bin');

/** A project of somebody else, who has the client for a dependency as it is packed. */
export class Project {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'consent-client-'));

  constructor() {
    const installed = path.join(this.folder, 'node_modules', 'consent-ledger-client');
    mkdirSync(installed, { recursive: true });
    cpSync(path.join(CLIENT, 'package.json'), path.join(installed, 'package.json'));
    execFileSync(path.join(BIN, 'tsc'), ['-p', CLIENT, '--outDir', path.join(installed, 'dist')]);
    writeFileSync(path.join(this.folder, 'package.json'), '{"type":"module"}');
  }

  /** Checks the program's types as strictly as TypeScript can. @throws what the compiler says */
  async check(program: string): Promise<void> {
    const options = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2022', '--types', 'node'];
    const roots = ['--typeRoots', path.join(ROOT, 'node_modules', '@types')];
    const file = path.join(this.folder, 'program.ts');
    writeFileSync(file, program);
    const checked = promisify(execFile)(path.join(BIN, 'tsc'), [...options, ...roots, file], { cwd: this.folder });
    await checked.catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout);
    });
  }

  /** Runs it, and gives what it prints. Meanwhile this process goes on: the system that it talks to is in it. */
  async run(program: string, environment: Readonly<Record<string, string>>): Promise<string> {
    const file = path.join(this.folder, 'program.ts');
    writeFileSync(file, program);
    const env = { ...process.env, ...environment };
    return (await promisify(execFile)(path.join(BIN, 'tsx'), [file], { cwd: this.folder, env })).stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** The client's own code, for this process, which takes no modules. */
export function loadClient(): typeof Client {
  const folder = mkdtempSync(path.join(tmpdir(), 'consent-client-'));
  const outfile = path.join(folder, 'client.cjs');
  buildSync({
    entryPoints: [path.join(CLIENT, 'src', 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
  });
  const loaded = jest.requireActual<typeof Client>(outfile);
  rmSync(folder, { recursive: true });
  return loaded;
}

/** The programs in a text, as whoever copies them gets them. */
export function programsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^```ts\n(.*?)^```/gms)].map(([, program = '']) => program);
}
