import type { Tone } from './content';
import type { FontName } from './fonts';

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 57, right: 538.28, top: 82, bottom: 776 } as const;
export const WIDTH = PAGE.right - PAGE.left;

export const INK = '#1a1c1e';
export const GREY = '#5c6166';
export const HAIRLINE = '#b9bec3';
/** For purposes in force; the words say so, too. */
const GREEN = '#1d5b3a';

export interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly color: string;
  /** From one line to the next. */
  readonly leading: number;
}

const style = (font: FontName, size: number, leading: number, color: string = INK): Style => ({
  font,
  size,
  leading,
  color,
});

export const TITLE = style('semibold', 21, 28);
/** Of letters: what they are about, and to whom. */
export const SUBJECT = style('semibold', 12, 17);
export const ADDRESSED = style('regular', 10.5, 13);
export const SECTION = style('semibold', 14, 20);
export const HEADING = style('semibold', 10.5, 15);
export const NAME = style('regular', 10.5, 15);
export const IN_FORCE = style('semibold', 12, 17, GREEN);
export const NOT_IN_FORCE = style('semibold', 12, 17);
export const LABEL = style('regular', 8.5, 13.5, GREY);
export const COLUMN = style('semibold', 7.5, 11, GREY);
export const MARGINAL = style('regular', 7.5, 10, GREY);
export const REFERENCE = style('mono', 6.5, 10, GREY);

/** Running text. */
export const BODY: Readonly<Record<Tone, Style>> = {
  plain: style('regular', 9.5, 13.5),
  strong: style('semibold', 9.5, 13.5),
  faint: style('regular', 8.5, 12.5, GREY),
  code: style('mono', 7.5, 12),
};

/** In tables. */
export const SMALL: Readonly<Record<Tone, Style>> = {
  plain: style('regular', 8, 11),
  strong: style('semibold', 8, 11),
  faint: style('regular', 7.5, 10.5, GREY),
  code: style('mono', 7, 10.5),
};
