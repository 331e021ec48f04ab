import { buildSync } from 'esbuild';

/** One file that runs in any browser of these years, with all that it imports. */
export function browserScript(entryPoint: string, alias: Readonly<Record<string, string>> = {}): string {
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
    alias,
  });
  return outputFiles[0]?.text.trim() ?? '';
}
