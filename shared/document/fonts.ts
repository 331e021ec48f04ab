import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/*
 * Fonts are files of packages, found as modules are. A function's bundle has these files of the packages beside it
 * (see infra/bundle.ts).
 */

export const FONT_FILES = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  /** For hashes: 1, l and I, 0 and O are told apart. */
  mono: '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
} as const;

export type FontName = keyof typeof FONT_FILES;
export type Fonts = Readonly<Record<FontName, Buffer>>;

let fonts: Promise<Fonts> | undefined;

/** Reads the fonts, once. */
export function readFonts(): Promise<Fonts> {
  return (fonts ??= readAll());
}

async function readAll(): Promise<Fonts> {
  const { resolve } = createRequire(__filename);
  const read = (name: FontName): Promise<Buffer> => readFile(resolve(FONT_FILES[name]));
  const [regular, semibold, mono] = await Promise.all([read('regular'), read('semibold'), read('mono')]);
  return { regular, semibold, mono };
}
