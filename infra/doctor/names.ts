import { Resolver } from 'node:dns/promises';

/** What the world's name servers say; nothing where there is no such record. Tests have their own. */
export interface Names {
  readonly txt: (name: string) => Promise<readonly string[]>;
  readonly cname: (name: string) => Promise<readonly string[]>;
  readonly mx: (name: string) => Promise<readonly string[]>;
  readonly ns: (name: string) => Promise<readonly string[]>;
  /** Who may issue certificates, of one name and none of those above it; undefined where that says nothing of it. */
  readonly issuers: (name: string) => Promise<readonly string[] | undefined>;
  readonly addresses: (name: string) => Promise<readonly string[]>;
}

const NOTHING: readonly string[] = ['ENODATA', 'ENOTFOUND'];

async function orNothing<T>(asked: Promise<T[]>): Promise<T[]> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (NOTHING.includes(error.code ?? '')) return [];
    throw error;
  });
}

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** By the name servers of this machine. */
export function publicNames(resolver = new Resolver({ timeout: 3000, tries: 2 })): Names {
  return {
    txt: async (name) => (await orNothing(resolver.resolveTxt(name))).map((parts) => parts.join('')),
    cname: async (name) => (await orNothing(resolver.resolveCname(name))).map(bare),
    mx: async (name) => (await orNothing(resolver.resolveMx(name))).map(({ exchange }) => bare(exchange)),
    ns: async (name) => (await orNothing(resolver.resolveNs(name))).map(bare),
    issuers: async (name) => {
      const records = (await orNothing(resolver.resolveCaa(name))).filter(({ issue }) => issue !== undefined);
      return records.length === 0
        ? undefined
        : records.map(({ issue = '' }) => bare(issue.split(';')[0]?.trim() ?? ''));
    },
    addresses: async (name) => [
      ...(await orNothing(resolver.resolve4(name))),
      ...(await orNothing(resolver.resolve6(name))),
    ],
  };
}

/** A name, and those above it, but for the top level. */
export function upFrom(name: string): string[] {
  const labels = name.split('.');
  return labels.slice(0, -1).map((_, n) => labels.slice(n).join('.'));
}
