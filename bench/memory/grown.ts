import { readFile } from 'node:fs/promises';

/** What there is of a class in a heap. */
export interface Held {
  readonly count: number;
  readonly bytes: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly unknown[] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** By class; of what is none by its kind, as strings are. */
export async function classesIn(file: string): Promise<Map<string, Held>> {
  const { snapshot, nodes, strings } = JSON.parse(await readFile(file, 'utf8')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const kinds = types[0] as readonly string[];
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field)) as [
    number,
    number,
    number,
  ];
  const classes = new Map<string, Held>();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = kinds[nodes[at + type]!]!;
    const called = kind === 'object' || kind === 'native' ? strings[nodes[at + name]!]! : `(${kind})`;
    const { count, bytes } = classes.get(called) ?? { count: 0, bytes: 0 };
    classes.set(called, { count: count + 1, bytes: bytes + nodes[at + size]! });
  }
  return classes;
}

export interface Growth extends Held {
  readonly name: string;
}

/** What there is more of, the most first. */
export function growth(before: ReadonlyMap<string, Held>, after: ReadonlyMap<string, Held>): Growth[] {
  const none = { count: 0, bytes: 0 };
  return [...after]
    .map(([name, { count, bytes }]) => {
      const had = before.get(name) ?? none;
      return { name, count: count - had.count, bytes: bytes - had.bytes };
    })
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
}
