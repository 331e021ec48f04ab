import bidiFactory from 'bidi-js';
import type { FontName } from './fonts';

/*
 * How a line of several scripts is drawn: each piece in a font that has its characters, in the order in which it is
 * seen (Unicode Standard Annex 9). The documents themselves are written from left to right, so every line is.
 */

/** A piece of a line that is drawn at once. */
export interface Run {
  /** In the order in which it is read. */
  readonly text: string;
  readonly font: FontName;
  readonly isRightToLeft: boolean;
}

const bidi = bidiFactory();

/** What is seen as one character, such as an emoji of several. */
const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

export const clusters = (text: string): string[] => [...CLUSTERS.segment(text)].map(({ segment }) => segment);

/** The pieces of a line, from left to right. `fontOf` names the font of a cluster; what is read from right to left stays in one font where it can. */
export function runsOf(line: string, fontOf: (cluster: string, before: FontName | undefined) => FontName): Run[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: { text: string; font: FontName; level: number }[] = [];
  let place = 0;
  for (const cluster of clusters(line)) {
    const level = levels[place] ?? 0;
    const last = runs.at(-1);
    const font = fontOf(cluster, level % 2 === 1 && last?.level === level ? last.font : undefined);
    if (last?.level === level && last.font === font) last.text += cluster;
    else runs.push({ text: cluster, font, level });
    place += cluster.length;
  }
  return asSeen(runs).map(({ text, font, level }) => ({ text, font, isRightToLeft: level % 2 === 1 }));
}

/** From the highest level down, whatever lies at that level or above changes its direction (rule L2). */
function asSeen<Leveled extends { readonly level: number }>(runs: readonly Leveled[]): Leveled[] {
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  let order = [...runs];
  for (let level = highest; level > 0; level -= 1) order = turned(order, level);
  return order;
}

function turned<Leveled extends { readonly level: number }>(runs: readonly Leveled[], from: number): Leveled[] {
  const order: Leveled[] = [];
  let waiting: Leveled[] = [];
  for (const run of runs) {
    if (run.level >= from) waiting = [run, ...waiting];
    else {
      order.push(...waiting, run);
      waiting = [];
    }
  }
  return [...order, ...waiting];
}

/** Brackets that open to the other side. */
export function mirrored(text: string): string {
  return [...text].map((char) => bidi.getMirroredCharacter(char) ?? char).join('');
}

export const reversed = (text: string): string => clusters(text).reverse().join('');
