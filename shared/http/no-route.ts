import { ROUTES } from '#routes';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** There is nothing at this address, or not with this method. */
export function noRoute({ path }: HttpRequest): Problem {
  const methods = ROUTES.filter((route) => pattern(route.path).test(path)).flatMap((route) => route.methods);
  if (methods.length === 0) {
    return new Problem(404, 'no-such-address', 'There is nothing at this address; check its spelling.');
  }
  const allowed = methods.join(', ');
  return new Problem(405, 'method', `This address takes ${allowed}.`, [], { Allow: allowed });
}

/** Whether an address begins as those of links do: whoever comes to it has part of one, or too much of it. */
export function isHalfALink({ path }: HttpRequest): boolean {
  const begins = ROUTES.flatMap((route) => (route.path.endsWith(TOKEN) ? [route.path.slice(0, -TOKEN.length)] : []));
  return begins.some((begin) => path === begin || path.startsWith(`${begin}/`));
}

const TOKEN = '/{token}';

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
}
