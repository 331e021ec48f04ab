import { CommandError } from '../command-error';
import type { Kind } from './kinds';

/** The fields of a row. Further ones are the site's own questions, `fields.<id>`. */
export const FIELDS = [
  'email',
  'purposes',
  'language',
  'notices',
  'version',
  'givenAt',
  'signedUpAt',
  'saidAt',
  'doubleOptIn',
  'ip',
  'signedUpIp',
  'userAgent',
  'note',
] as const;

/** Field -> what the file says about it: by the place of a column, or the same for all rows. */
export interface Columns {
  readonly header: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly constants: ReadonlyMap<string, string>;
}

/**
 * Finds the columns: by `--map column=field`, else by the field's own name; `--set field=value` holds for all rows.
 *
 * @param as what its rows are: a "no" needs neither purposes nor a wording
 * @throws {CommandError} where one leads nowhere, or something is missing that every row needs
 */
export function columnsOf(
  header: readonly string[],
  maps: readonly string[],
  sets: readonly string[],
  as: Kind = 'consents',
): Columns {
  const places = new Map<string, number>();
  for (const [column, field] of maps.map(mapOf)) {
    const place = header.indexOf(column);
    if (place < 0) throw new CommandError(`There is no column "${column}"; the file has ${quoted(header)}.`);
    if (header.lastIndexOf(column) !== place) throw new CommandError(`There are two columns "${column}"; rename one.`);
    claim(places, field, place);
  }
  const mapped = new Set(places.values());
  for (const [place, column] of header.entries()) {
    const field = fieldNamed(column);
    if (field !== undefined && !mapped.has(place)) claim(places, field, place);
  }
  const constants = new Map(sets.map(setOf));
  for (const field of constants.keys()) {
    if (places.has(requireField(field)))
      throw new CommandError(`"${field}" is a column and in --set; give one of them.`);
  }
  const columns = { header, places, constants };
  requireAll(columns, as);
  return columns;
}

/** The columns that nobody asked for. */
export function leftOut({ header, places }: Columns): string[] {
  const used = new Set(places.values());
  return header.filter((_, place) => !used.has(place));
}

/** Columns are called all kinds of things, fields are not: so the field is what stands after the last "=". */
function mapOf(argument: string): readonly [column: string, field: string] {
  return split(argument, argument.lastIndexOf('='), '--map takes column=field');
}

function setOf(argument: string): readonly [field: string, value: string] {
  return split(argument, argument.indexOf('='), '--set takes field=value');
}

function split(argument: string, at: number, usage: string): readonly [string, string] {
  if (at < 1) throw new CommandError(`${usage}, not "${argument}".`);
  return [argument.slice(0, at).trim(), argument.slice(at + 1).trim()];
}

function claim(places: Map<string, number>, field: string, place: number): void {
  if (places.has(requireField(field))) throw new CommandError(`There are two columns for "${field}"; map one of them.`);
  places.set(field, place);
}

function fieldNamed(column: string): string | undefined {
  const known = FIELDS.find((field) => field.toLowerCase() === column.toLowerCase());
  return known ?? (/^fields\.\w+$/.test(column) ? column : undefined);
}

function requireField(field: string): string {
  if ((FIELDS as readonly string[]).includes(field) || /^fields\.\w+$/.test(field)) return field;
  throw new CommandError(
    `There is no field "${field}"; there are ${FIELDS.join(', ')} and the site's own as fields.<id>.`,
  );
}

function requireAll({ header, places, constants }: Columns, as: Kind): void {
  const has = (field: string): boolean => places.has(field) || constants.has(field);
  const advice = `The file has ${quoted(header)}: say which it is with --map column=field`;
  if (!places.has('email')) throw new CommandError(`There is no column "email". ${advice}.`);
  if (as !== 'consents') return;
  if (!has('purposes')) throw new CommandError(`There are no purposes. ${advice}, or --set purposes=<id>.`);
  if (has('notices') || has('version')) return;
  throw new CommandError(
    `Nothing says by which wording consent was given, and without it there is no evidence. ${advice}: "version" for the ` +
      'version that the site\'s policy gives it, "notices" for its hash. If it is the same for all, --set version=<version>.',
  );
}

function quoted(header: readonly string[]): string {
  return header.map((column) => `"${column}"`).join(', ');
}
