import { canonicalJson } from './canonical-json';
import type { Bundle, BundleEntry, Part } from './format';
import { digestOf, entryHash } from './hashes';

/**
 * Whether a file is what would be written of it, so that nothing in it is shadowed by another member of its name. The
 * shape of the bundle is known by then, so what stands here between the pieces is all that can stand there.
 *
 * Hashes are over the same pieces, so they are made along with it: of what was read, and never of a place in the file.
 */
export class Comparison {
  readonly hashes = new Map<object, string>();
  private place = 0;

  constructor(private readonly text: string) {}

  isAsWritten({ address, at, controller, deleted, entries, ...rest }: Bundle): boolean {
    return (
      this.goesOn(canonicalJson({ address, at, controller, deleted }).slice(0, -1)) &&
      this.goesOn(',"entries":[') &&
      entries.every((entry, n) => (n === 0 || this.goesOn(',')) && this.entry(entry)) &&
      this.goesOn('],') &&
      this.goesOn(canonicalJson(rest).slice(1)) &&
      this.place === this.text.length
    );
  }

  private entry({ entry, parts, proof }: BundleEntry): boolean {
    const text = canonicalJson(entry);
    this.hashes.set(entry, entryHash(entry, text));
    return (
      this.goesOn('{"entry":') &&
      this.goesOn(text) &&
      this.goesOn(',"parts":{') &&
      Object.entries(parts).every(
        ([name, part], n) =>
          this.goesOn(n === 0 ? '"' : ',"') && this.goesOn(name) && this.goesOn('":') && this.part(name, part),
      ) &&
      this.goesOn('},"proof":') &&
      this.goesOn(canonicalJson(proof)) &&
      this.goesOn('}')
    );
  }

  private part(name: string, part: Part): boolean {
    if (part.state !== 'disclosed') return this.goesOn(canonicalJson(part));
    const text = canonicalJson(part.data);
    this.hashes.set(part, digestOf(name, part, text));
    return (
      this.goesOn('{"data":') &&
      this.goesOn(text) &&
      this.goesOn(',"salt":"') &&
      this.goesOn(part.salt) &&
      this.goesOn('","state":"disclosed"}')
    );
  }

  private goesOn(piece: string): boolean {
    const from = this.place;
    this.place += piece.length;
    // `startsWith` compares one character after the other, and takes four times as long.
    return this.text.slice(from, this.place) === piece;
  }
}
