import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const CONSOLE = path.resolve(__dirname, '..', 'console');

/**
 * Writes the console into a folder: `index.html`, and beside it `assets` with all that it loads. The assets carry a hash of what
 * they hold in their names, so browsers may keep them for ever.
 */
export function writeConsole(folder: string): void {
  const assets = path.join(folder, 'assets');
  mkdirSync(assets, { recursive: true });
  const { metafile } = buildSync({
    entryPoints: [path.join(CONSOLE, 'main.tsx'), path.join(CONSOLE, 'style.css')],
    outdir: assets,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  // What is loaded later is an entry of its own.
  const named = (entry: string): string => {
    const outputs = Object.entries(metafile.outputs);
    const [file = ''] = outputs.find(([, { entryPoint }]) => entryPoint?.endsWith(`console/${entry}`)) ?? [];
    return `/console/assets/${path.basename(file)}`;
  };
  writeFileSync(path.join(folder, 'index.html'), document(named('main.tsx'), named('style.css')));
}

/** Where people sign in, whoever serves the page fills in. */
function document(script: string, style: string): string {
  return [
    '<!doctype html>',
    '<html lang="de">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<title>Consents</title>',
    `<link rel="stylesheet" href="${style}">`,
    `<script type="module" src="${script}"></script>`,
    '</head>',
    '<body></body>',
    '</html>\n',
  ].join('\n');
}
