import path from 'node:path';
import type { Site } from '../../shared/policy/schema';
import { CommandError } from '../command-error';

/**
 * The sites of a module. Nothing but the caller can know which sites a deployment serves, so none is taken for granted.
 *
 * @param file as it was given on the command line; otherwise SITES says it, which the local stack sets
 * @throws {CommandError}
 */
export async function sitesFrom(file = process.env['SITES']): Promise<readonly Site[]> {
  if (!file)
    throw new CommandError('Which sites does this deployment serve? Name their module: --sites path/to/your/sites.ts');
  try {
    const { sites } = (await import(path.resolve(file))) as { sites?: readonly Site[] };
    if (sites === undefined) throw new Error('it exports no "sites"');
    return sites;
  } catch (error) {
    throw new CommandError(`${file} cannot be read as a module of sites: ${(error as Error).message}`);
  }
}

/** The same, by their ids. @throws {CommandError} */
export async function rulesFrom(file: string | undefined): Promise<(id: string) => Site | undefined> {
  const sites = new Map((await sitesFrom(file)).map((site) => [site.id, site]));
  return (id) => sites.get(id);
}

/** The site of that id. @throws {CommandError} */
export async function siteFrom(file: string | undefined, id: string): Promise<Site> {
  const sites = await sitesFrom(file);
  const site = sites.find((known) => known.id === id);
  if (site) return site;
  throw new CommandError(`There is no site "${id}" among ${sites.map((known) => known.id).join(', ')}.`);
}
