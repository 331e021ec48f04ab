/*
 * One file of the package for each header, so that a page that only asks for a language has nothing else in its bundle. Each gives
 * those of `provided` that a caller takes, the best first.
 */

declare module 'negotiator/lib/encoding' {
  export default function preferredEncodings(header: string | undefined, provided: readonly string[]): string[];
}

declare module 'negotiator/lib/language' {
  export default function preferredLanguages<L extends string>(header: string | undefined, provided: readonly L[]): L[];
}

declare module 'negotiator/lib/mediaType' {
  /** Without `provided`: all that the header names, without parameters. */
  export default function preferredMediaTypes(header: string | undefined, provided?: readonly string[]): string[];
}
