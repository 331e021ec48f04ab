import { ROUTES } from '#routes';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** There is nothing at this address, or not with this method. */
export function noRoute({ path }: HttpRequest): Problem {
  const methods = ROUTES.filter((route) => pattern(route.path).test(path)).flatMap((route) => route.methods);
  if (methods.length === 0) return nothingThere();
  const allowed = methods.join(', ');
  return new Problem(405, 'method', `This address takes ${allowed}.`, [], { Allow: allowed });
}

export const nothingThere = (): Problem =>
  new Problem(404, 'no-such-address', 'There is nothing at this address; check its spelling.');

/** Whether an address begins as those of links do: whoever comes to it has part of one, or too much of it. */
export function isHalfALink({ path }: HttpRequest): boolean {
  const begins = ROUTES.flatMap((route) => (route.path.endsWith(TOKEN) ? [route.path.slice(0, -TOKEN.length)] : []));
  return begins.some((begin) => path === begin || path.startsWith(`${begin}/`));
}

/**
 * The address of a page that somebody meant who typed it with a slash or capitals too many; undefined where there is none. It is put
 * together of what a route has and of harmless characters, so it leads nowhere else.
 */
export function addressMeant({ method, path, query }: HttpRequest): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const typed = path.split('/').filter((name) => name !== '');
  const pages = ROUTES.filter(({ methods, scope }) => methods.includes('GET') && scope === undefined);
  const [meant] = pages.flatMap((page) => fitted(page.path, typed) ?? []);
  const { size } = new URLSearchParams(query);
  return meant === undefined || meant === path
    ? undefined
    : `${meant}${size > 0 ? `?${new URLSearchParams(query)}` : ''}`;
}

/** The path with what was typed in the places of its names. */
function fitted(path: string, typed: readonly string[]): string | undefined {
  const names = path.split('/').slice(1);
  const fit = names.map((name, n) => {
    const word = typed[n] ?? '';
    if (/^\{\w+\}$/.test(name)) return /^[\w-]+$/.test(word) ? word : undefined;
    return word.toLowerCase() === name.toLowerCase() ? name : undefined;
  });
  return names.length === typed.length && fit.every((name) => name !== undefined) ? `/${fit.join('/')}` : undefined;
}

const TOKEN = '/{token}';

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
}
