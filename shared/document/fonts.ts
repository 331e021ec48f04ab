import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/*
 * Fonts are files of packages, found as modules are. A function's bundle has these files of the packages beside it
 * (see infra/document-files.ts).
 */

/** What all documents are set in. */
const HOUSE = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  /** For hashes: 1, l and I, 0 and O are told apart. */
  mono: '@expo-google-fonts/noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
} as const;

/** What the house's fonts lack: names and mails of people who write otherwise. The first that has a character draws it. */
const OTHERS = {
  hebrew: '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  korean: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  japanese: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  chinese: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const;

export const FONT_FILES = { ...HOUSE, ...OTHERS } as const;

export type FontName = keyof typeof FONT_FILES;
export type OtherFont = keyof typeof OTHERS;

/** Those that a document needs, in the order in which they are asked for a character. */
export type Fonts = ReadonlyMap<FontName, Buffer>;

/** Chinese has most of what Japanese and Korean have, in its own forms: theirs are asked first where the text is theirs. */
const NEEDED: Readonly<Record<OtherFont, RegExp>> = {
  hebrew: /\p{Script=Hebrew}/u,
  arabic: /\p{Script=Arabic}/u,
  korean: /\p{Script=Hangul}/u,
  japanese: /[\p{Script=Hiragana}\p{Script=Katakana}\u{20000}-\u{2fa1f}]/u,
  chinese: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  emoji: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u,
};

/** Fonts of some megabytes are read only for a document that has their characters. */
export async function readFonts(text: string): Promise<Fonts> {
  const house = Object.keys(HOUSE) as FontName[];
  const others = (Object.keys(OTHERS) as OtherFont[]).filter((name) => NEEDED[name].test(text));
  const read = [...house, ...others].map(async (name) => [name, await readFont(name)] as const);
  return new Map(await Promise.all(read));
}

const files = new Map<FontName, Promise<Buffer>>();

function readFont(name: FontName): Promise<Buffer> {
  const known = files.get(name);
  if (known) return known;
  const reading = readFile(createRequire(__filename).resolve(FONT_FILES[name]));
  files.set(name, reading);
  return reading;
}
