import { createRequire } from 'node:module';

interface Iterators {
  readonly close: (this: Iterators) => Promise<void>;
  return?: (this: Iterators) => Promise<void>;
}

/** What all iterators of the databases below dynalite have in common. @param dynalite where it is */
export function iteratorsOf(dynalite: string): Iterators {
  const level = createRequire(createRequire(dynalite).resolve('memory-level'));
  const { AbstractIterator } = level('abstract-level') as { readonly AbstractIterator: { readonly prototype: object } };
  return Object.getPrototypeOf(AbstractIterator.prototype) as Iterators;
}

/**
 * Lets dynalite 4.0.0 close what it reads by. Each Query and Scan reads a stream of its own making, which ends its iterator
 * by `return()`; those of abstract-level have `close()` alone, so that each stayed open until the database did, with
 * its snapshot and the deleted files that this pins. To be dropped with the version of dynalite that calls `close()`.
 */
export function closeIterators(dynalite: string): void {
  iteratorsOf(dynalite).return ??= function () {
    return this.close();
  };
}
