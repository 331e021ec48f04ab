import type { Option, Options, Spec } from './spec';

/** What all commands say of themselves with --help. */
export function helpOf<O extends Options>(spec: Spec<O>): string {
  const exits = Object.entries({ ...spec.exits, 2: spec.exits[2] ?? 'it could not be done' });
  const codes = exits.map(([code, meaning]) => `${code} ${meaning}`).join(', ');
  const notes = spec.notes === undefined ? [] : [spec.notes, ''];
  const parts = [synopsisOf(spec), '', spec.about, '', optionsOf(spec.options), '', ...notes, `Exit code: ${codes}.`];
  return `${parts.join('\n')}\n`;
}

/** How to call it. */
export function synopsisOf<O extends Options>({ name, usage, operands, options }: Spec<O>): string {
  const needed = Object.entries(options).filter(([, option]) => option.isNeeded);
  const made = [operands?.names ?? '', ...needed.map(shown), '[options]'].filter((part) => part !== '').join(' ');
  const lines = (usage ?? [made]).map((line) => `npm run cli -- ${name} ${line}`.trimEnd());
  return `Usage: ${lines.join('\n       ')}`;
}

const shown = ([name, { takes }]: readonly [string, Option]): string =>
  takes === undefined ? `--${name}` : `--${name} ${takes}`;

function optionsOf(options: Options): string {
  const entries = Object.entries(options);
  const width = Math.max(...entries.map((entry) => shown(entry).length)) + 2;
  const margin = `\n${' '.repeat(width + 2)}`;
  const lines = entries.map((entry) => `  ${shown(entry).padEnd(width)}${textOf(entry[1]).replaceAll('\n', margin)}`);
  return lines.join('\n');
}

function textOf({ says, default: given, isList }: Option): string {
  const several = isList ? ' (can be given several times)' : '';
  return says + several + (given === undefined ? '' : ` (default: ${given})`);
}
