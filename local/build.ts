import type { Metafile } from 'esbuild';
import { bundleFunctions, type BundleOptions } from '../infra/bundle';
import { bundleThreads } from './threads';

/** Bundles whatever a stack runs in threads of its own. */
export function build(options: BundleOptions): Metafile {
  bundleThreads(options.outdir);
  return bundleFunctions(options);
}
