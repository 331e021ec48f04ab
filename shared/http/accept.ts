import preferredMediaTypes from 'negotiator/lib/mediaType';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/**
 * The form that a caller prefers of those that there are (media type -> form), by RFC 9110, section 12.5.1; of equal ones
 * the first. @throws {Problem} 406 if there is none that would do
 */
export function acceptedForm<F>({ headers }: HttpRequest, forms: Readonly<Record<string, F>>): F {
  const type = preferred(headers['accept'] || '*/*', Object.keys(forms));
  const form = type === undefined ? undefined : forms[type];
  if (form !== undefined) return form;
  throw new Problem(406, 'not-acceptable', `This comes as ${Object.keys(forms).join(', ')}; ask for one of them.`);
}

/** All that we send is UTF-8, which callers may say. Whoever asks for a version or profile besides gets the one that there is. */
function preferred(header: string, types: readonly string[]): string | undefined {
  const [best] = preferredMediaTypes(
    header,
    types.map((type) => `${type}; charset=utf-8`),
  );
  if (best !== undefined) return best.split(';', 1)[0];
  const asked = preferredMediaTypes(header).map((type) => type.toLowerCase());
  return asked.find((type) => types.includes(type));
}
