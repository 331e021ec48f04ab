import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync, type BuildOptions, type Metafile } from 'esbuild';
import { copyDocumentFiles, PDFKIT, STANDARD_FONTS } from './document-files';
import { ROUTES } from '../shared/http/routes';
import { writeConsole } from './console';
import { writeDropInForm } from './drop-in-form';
import { functionFiles } from './function-files';
import { filesOf, largeFiles } from './large-files';
import { checkNotices } from './notice-register';
import { writeVerifyPage } from './verify-page';

const ROOT = path.resolve(__dirname, '..');

/**
 * Lambda hands a function its credentials in the environment; the SDK's default chain would bundle seven other
 * ways to find some. See docs/decisions/ on bundles.
 */
const ENVIRONMENT_CREDENTIALS = path.join(ROOT, 'infra', 'environment-credentials.ts');
const NO_ENDPOINT_DISCOVERY = path.join(ROOT, 'infra', 'no-endpoint-discovery.ts');
const NO_BROTLI = path.join(ROOT, 'infra', 'no-brotli.ts');
const NO_EVENT_STREAMS = path.join(ROOT, 'infra', 'no-event-streams.ts');
const PREACT_ON_A_SERVER = path.join(ROOT, 'infra', 'preact-on-a-server.ts');
const PREACT_JSX = path.join(path.dirname(require.resolve('preact/package.json')), 'jsx-runtime/dist/jsxRuntime.mjs');

/** How every bundle is made. Classes lose their names, so whatever is told apart by name has to set it. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The SDK imports `node:http` with its first call. Of what is imported Node reads each name, and loads undici for
  // one of them, for which a function's first answer would wait: docs/decisions/0006-bundles.md.
  supported: { 'dynamic-import': false },
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
} satisfies BuildOptions;

export interface BundleOptions {
  /** Where the bundles go: `<outdir>/<function>/index.js`. */
  readonly outdir: string;
  /** The module whose `sites` the functions serve; a folder `files` beside it holds the assets. */
  readonly sites: string;
  /** Whether stack traces and breakpoints lead to our own files. @default false, as deployed */
  readonly sourceMaps?: boolean;
}

/**
 * Bundles every function, as it is deployed and as it is run locally.
 *
 * @throws {PolicyError} where a wording changed and kept its version
 */
export function bundleFunctions({ outdir, sites, sourceMaps = false }: BundleOptions): Metafile {
  checkNotices(sites);
  const result = buildSync({
    ...BUNDLING,
    entryPoints: Object.fromEntries([...functionFiles()].map(([name, file]) => [`${name}/index`, file])),
    outdir,
    metafile: true,
    sourcemap: sourceMaps && 'linked',
    logLevel: 'warning',
    external: [STANDARD_FONTS],
    alias: {
      '@aws-sdk/credential-provider-node': ENVIRONMENT_CREDENTIALS,
      '@aws-sdk/middleware-endpoint-discovery': NO_ENDPOINT_DISCOVERY,
      '@smithy/core/event-streams': NO_EVENT_STREAMS,
      'brotli/decompress.js': NO_BROTLI,
      pdfkit: PDFKIT,
      'preact/jsx-runtime': PREACT_JSX,
      preact: PREACT_ON_A_SERVER,
      // Sites are code that the functions are built with.
      '#sites': sites,
      '#routes': writeRoutes(outdir),
    },
  });
  copyAssets(sites, path.join(outdir, 'assets', 'files'));
  for (const name of ['evidence', 'subjects']) copyDocumentFiles(path.join(outdir, name));
  writeVerifyPage(path.join(outdir, 'static'));
  writeDropInForm(path.join(outdir, 'static'));
  writeConsole(path.join(outdir, 'static', 'console'));
  return result.metafile;
}

/** The table alone: the operations that it follows from are a hundred times as long. */
function writeRoutes(outdir: string): string {
  mkdirSync(outdir, { recursive: true });
  const file = path.join(outdir, 'routes.json');
  writeFileSync(file, JSON.stringify({ ROUTES: ROUTES.map(({ methods, path: at }) => ({ methods, path: at })) }));
  return file;
}

/** But for those that no answer can carry. */
function copyAssets(sites: string, to: string): void {
  const from = filesOf(sites);
  if (!existsSync(from)) return;
  const large = new Set(largeFiles(sites).values());
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (file) => !large.has(file) });
}
