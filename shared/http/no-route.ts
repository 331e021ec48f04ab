import { ROUTES } from '#routes';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** @throws {Problem} always: there is nothing at this address, or not with this method */
export function noRoute({ path }: HttpRequest): never {
  const methods = ROUTES.filter((route) => pattern(route.path).test(path)).flatMap((route) => route.methods);
  if (methods.length === 0) {
    throw new Problem(404, 'no-such-address', 'There is nothing at this address; check its spelling.');
  }
  const allowed = methods.join(', ');
  throw new Problem(405, 'method', `This address takes ${allowed}.`, [], { Allow: allowed });
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
}
