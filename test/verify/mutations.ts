import fc from '../seeded';

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
type Container = Json[] | { [member: string]: Json };

/** Every place of a value that has something in it. */
function containers(value: Json): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containers)];
}

interface Mutation {
  readonly file: number;
  readonly place: number;
  readonly member: number;
  readonly other: number;
  readonly how: 'replace' | 'remove' | 'add' | 'swap' | 'double' | 'nudge';
  readonly value: Json;
}

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  file: fc.nat(),
  place: fc.nat(),
  member: fc.nat(),
  other: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add', 'swap', 'double', 'nudge'),
  value: fc.oneof(fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>, fc.constantFrom('gone', 'de', '', 0, 1, null)),
});

/** The same JSON with something changed. */
export function mutate(json: string, { place, member, other, how, value }: Mutation): Json {
  const root = JSON.parse(json) as Json;
  const all = containers(root);
  const container = all[place % all.length] as Container;
  const keys = Object.keys(container);
  const key = keys[member % keys.length] ?? '0';
  const target = container as Record<string, Json>;
  if (how === 'replace') target[key] = value;
  else if (how === 'nudge') target[key] = nudged(target[key] ?? null, other);
  else if (how === 'swap') swap(target, key, keys[other % keys.length] ?? key);
  else if (!Array.isArray(container)) (how === 'remove' ? remove : add)(target, key, value);
  else
    container.splice(
      Number(key),
      how === 'remove' ? 1 : 0,
      ...(how === 'remove' ? [] : [container[Number(key)] ?? value]),
    );
  return root;
}

/** The smallest change of a value that there is. */
function nudged(value: Json, n: number): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || value === '') return value === null ? '' : null;
  const at = n % value.length;
  return value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1);
}

function swap(target: Record<string, Json>, one: string, other: string): void {
  [target[one], target[other]] = [target[other] ?? null, target[one] ?? null];
}

const remove = (target: Record<string, Json>, key: string): boolean => delete target[key];
const add = (target: Record<string, Json>, key: string, value: Json): Json => (target[`${key}2`] = value);
