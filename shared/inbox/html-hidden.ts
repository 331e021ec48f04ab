export type Attributes = Readonly<Record<string, string>>;

/** How an element is seen. Size and visibility are inherited, and what is in an unseen element can be seen again. */
export interface Seen {
  readonly isShown: boolean;
  readonly isVisible: boolean;
  readonly isLegible: boolean;
}

export const SEEN: Seen = { isShown: true, isVisible: true, isLegible: true };
export const isSeen = ({ isShown, isVisible, isLegible }: Seen): boolean => isShown && isVisible && isLegible;

const NEVER_SHOWN = new Set([
  'head',
  'title',
  'style',
  'script',
  'template',
  'iframe',
  'noembed',
  'noframes',
  'datalist',
  'object',
  'audio',
  'video',
  // Struck out: the writer took it back.
  's',
  'strike',
  'del',
]);

/** How a person sees an element of a mail, given how they see the one around it. */
export function seen(name: string, attributes: Attributes, around: Seen): Seen {
  const style = readStyle(attributes);
  const visibility = style.get('visibility') ?? '';
  return {
    isShown: around.isShown && !NEVER_SHOWN.has(name) && !('hidden' in attributes) && !isTakenOut(style),
    isVisible: visibility === 'visible' || (around.isVisible && visibility !== 'hidden' && visibility !== 'collapse'),
    isLegible: isLegible(style, around),
  };
}

export type Style = ReadonlyMap<string, string>;

export function readStyle({ style = '' }: Attributes): Style {
  const declarations = style
    .toLowerCase()
    .replaceAll('!important', '')
    .split(';')
    .map((declaration) => declaration.split(':', 2).map((side) => side.trim()));
  return new Map(declarations.flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])));
}

const SIDES = ['height', 'max-height', 'width', 'max-width'];

function isTakenOut(style: Style): boolean {
  const isNothing = (property: string): boolean => parseFloat(style.get(property) ?? '') === 0;
  const struck = `${style.get('text-decoration')} ${style.get('text-decoration-line')}`;
  return (
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    style.get('color') === 'transparent' ||
    struck.includes('line-through') ||
    isNothing('opacity') ||
    (style.get('overflow') === 'hidden' && SIDES.some(isNothing))
  );
}

/** In points or pixels nobody reads a size of one either; newsletters have previews in it. */
function isLegible(style: Style, around: Seen): boolean {
  const [, number, unit = ''] = /^([\d.]+)([a-z%]*)/.exec(style.get('font-size') ?? '') ?? [];
  if (number === undefined) return around.isLegible;
  const isRelative = unit === 'em' || unit === '%';
  return parseFloat(number) > (unit === 'px' || unit === 'pt' ? 1 : 0) && (!isRelative || around.isLegible);
}
