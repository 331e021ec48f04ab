import path from 'node:path';

const made = process.env['MADE_FOR_TESTS'] ?? '';
if (made === '') throw new Error('Bundles are made before the suites that need them; this one is in the unit tier.');

/** The bundles of this run, made by `bundle-once.ts`. */
export const BUNDLES = path.join(made, 'bundles');

/** Where the templates of this run are put by whoever is the first to need them. */
export const TEMPLATES = path.join(made, 'templates');

/** Where CDK writes what it makes of an app. */
export const ASSEMBLIES = path.join(made, 'assemblies');
