/** What stands in a place instead of what belongs there. */
export interface Misfit {
  /** A JSON pointer (RFC 6901). */
  readonly place: string;
  readonly expected: Expected;
}

export type Expected =
  | 'nothing'
  | 'something'
  | 'object'
  | 'list'
  | 'fewer'
  | 'text'
  | 'number'
  | 'time'
  | 'hash'
  | 'random'
  | 'base64'
  | 'name'
  | 'known'
  | 'shallow';

/** Checks a value; undefined if it fits. Says nothing of the place where all is well, so that it costs nothing there. */
export type Shape = (value: unknown) => Misfit | undefined;

const misfit = (expected: Expected): Misfit => ({ place: '', expected });
const within = (key: string | number, { place, expected }: Misfit): Misfit => ({
  place: `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}${place}`,
  expected,
});

export function text(expected: Expected, pattern?: RegExp): Shape {
  const wrong = misfit(expected);
  return (value) => (typeof value === 'string' && (pattern?.test(value) ?? true) ? undefined : wrong);
}

export function oneOf(...values: readonly unknown[]): Shape {
  return (value) => (values.includes(value) ? undefined : misfit('known'));
}

/** 0, 1, 2, ... as far as JSON numbers are exact. */
export const wholeNumber: Shape = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : misfit('number');

export function orNull(shape: Shape): Shape {
  return (value) => (value === null ? undefined : shape(value));
}

export function list(shape: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return misfit('list');
    for (let n = 0; n < value.length; n++) {
      const wrong = shape(value[n]);
      if (wrong) return within(n, wrong);
    }
    return undefined;
  };
}

export const atMost =
  (length: number, shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.length > length ? misfit('fewer') : shape(value);

/** An object whose keys are data. */
export function map(key: Shape, member: Shape): Shape {
  return (value) => {
    if (!isObject(value)) return misfit('object');
    for (const name in value) {
      const wrong = key(name) ?? member(value[name]);
      if (wrong) return within(name, wrong);
    }
    return undefined;
  };
}

/** An object with these members and no others; those whose name ends with `?` may be missing. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  const shapes = new Map(Object.entries(members).map(([name, shape]) => [name.replace('?', ''), shape]));
  const required = Object.keys(members).filter((name) => !name.endsWith('?'));
  return (value) => {
    if (!isObject(value)) return misfit('object');
    for (const name in value) {
      const wrong = (shapes.get(name) ?? nothing)(value[name]);
      if (wrong) return within(name, wrong);
    }
    for (const name of required) if (!Object.hasOwn(value, name)) return within(name, misfit('something'));
    return undefined;
  };
}

/** An object with these members and any JSON besides, at most so deep. */
export function atLeast(members: Readonly<Record<string, Shape>>, depth: number): Shape {
  const own = Object.entries(members);
  return (value) => {
    if (!isObject(value)) return misfit('object');
    for (const [name, shape] of own) {
      const wrong = Object.hasOwn(value, name) ? shape(value[name]) : misfit('something');
      if (wrong) return within(name, wrong);
    }
    return ofAnything(value, depth + 1);
  };
}

const nothing: Shape = () => misfit('nothing');

/** An object of any JSON, but not so deep that whoever walks through it would need a stack for it. */
export function json(depth: number): Shape {
  return (value) => (isObject(value) ? ofAnything(value, depth) : misfit('object'));
}

function ofAnything(value: unknown, depth: number): Misfit | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === 0) return misfit('shallow');
  for (const key in value) {
    const wrong = ofAnything((value as Record<string, unknown>)[key], depth - 1);
    if (wrong) return within(key, wrong);
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
