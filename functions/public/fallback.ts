import { ROUTES } from '#routes';
import { httpFunction } from '../../shared/http/http-function';
import { Problem } from '../../shared/http/problem';

/** Answers what no route does: there is nothing at this address, or not with this method. */
export const handler = httpFunction(({ path }) => {
  const methods = ROUTES.filter((route) => pattern(route.path).test(path)).flatMap((route) => route.methods);
  if (methods.length === 0) {
    throw new Problem(404, 'no-such-address', 'There is nothing at this address; check its spelling.');
  }
  const allowed = methods.join(', ');
  throw new Problem(405, 'method', `This address takes ${allowed}.`, [], { Allow: allowed });
});

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\+\}$/, '.+').replace(/\{\w+\}/g, '[^/]+')}$`);
}
