import path from 'node:path';
import type { Site } from '../../shared/policy/schema';
import { BadUsage } from '../usage';

/**
 * The sites of a module.
 *
 * @param file undefined for the samples
 * @throws {BadUsage}
 */
export async function sitesFrom(file: string | undefined): Promise<readonly Site[]> {
  if (file === undefined) return (await import('#sites')).sites;
  try {
    const { sites } = (await import(path.resolve(file))) as { sites?: readonly Site[] };
    if (sites === undefined) throw new Error('it exports no "sites"');
    return sites;
  } catch (error) {
    throw new BadUsage(`${file} cannot be read as a module of sites: ${(error as Error).message}`);
  }
}

/** The site of that id. @throws {BadUsage} */
export async function siteFrom(file: string | undefined, id: string): Promise<Site> {
  const sites = await sitesFrom(file);
  const site = sites.find((known) => known.id === id);
  if (site) return site;
  const hint = file === undefined ? ' Name the module with your sites with --sites.' : '';
  throw new BadUsage(`There is no site "${id}" among ${sites.map((known) => known.id).join(', ')}.${hint}`);
}
