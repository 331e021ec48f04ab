/** In place of a decompressor for WOFF2, half a megabyte: our fonts are TrueType. */
export default function decompress(): never {
  throw new Error('Fonts in WOFF2 cannot be read; use TrueType.');
}
