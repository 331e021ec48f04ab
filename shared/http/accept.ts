import { Problem } from './problem';
import type { HttpRequest } from './request';

/**
 * The form that a caller prefers of those that there are (media type -> form), by the weights of RFC 9110, section 12.5.1;
 * of equal ones the first. @throws {Problem} 406 if there is none that would do
 */
export function acceptedForm<F>({ headers }: HttpRequest, forms: Readonly<Record<string, F>>): F {
  const wanted = (headers['accept'] ?? '*/*')
    .split(',')
    .map((range) =>
      range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .map(([type = '', ...parameters]) => ({ type, weight: weightOf(parameters) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { type } of wanted) {
    const found = Object.entries(forms).find(([known]) => matches(type, known));
    if (found) return found[1];
  }
  throw new Problem(406, 'not-acceptable', `This comes as ${Object.keys(forms).join(', ')}; ask for one of them.`);
}

function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice(2));
}

function matches(range: string, type: string): boolean {
  return range === '*/*' || range === type || range === `${type.split('/')[0]}/*`;
}
