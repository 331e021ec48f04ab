import { isIP } from 'node:net';
import { canonicalHash } from '../../shared/canonical';
import { readEmailAddress } from '../../shared/email-address';
import type { Columns } from './columns';
import type { Line } from './csv';
import { isCoarse, readMoment, untilNow, type Clock, type Span } from './moment';
import type { Kind } from './kinds';
import { kindOf, saidOf, type States } from './states';
import { stepsOf } from './steps';
import { flaw, withoutUndefined, YES, type Flaw, type Told } from './told';

export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
  readonly kind: Kind | 'skip';
  /** For the system; of use only where there are no flaws. */
  readonly body: object;
  readonly flaws: readonly Flaw[];
}

/** How the rows of a file are to be read. */
export interface Sheet {
  readonly columns: Columns;
  readonly states: States;
  readonly clock: Clock;
  /** What the file is called, for the evidence of opt-outs. */
  readonly name: string;
}

const NO = /^(no|false|nein|falsch|0)?$/i;
/** The site's own questions. */
const OWN = 'fields.';
const LONGEST_NOTE = 500;

/** Reads a row, and checks as much as can be checked without the site's policy. */
export function readRow({ number, cells }: Line, sheet: Sheet): Row {
  const { columns, states } = sheet;
  const told = new Map([...columns.constants].filter(([, value]) => value !== ''));
  for (const [field, place] of columns.places) if (cells[place]) told.set(field, cells[place]);
  const kind = kindOf(states, cells);
  if (kind === 'skip') return { number, cells, kind, body: {}, flaws: [] };
  const flaws: Flaw[] = [...cellFlaws(cells, columns), ...(kind ? [] : [flaw('', NOBODY_SAID)])];
  const says = teller(told, columns, sheet.clock, flaws);
  if (kind === undefined || kind === 'consents') {
    const body = consentOf(told, says, flaws);
    return { number, cells, kind: 'consents', body: { ...body, reference: nameOf(body) }, flaws };
  }
  return { number, cells, kind, body: optOutOf(kind, says, flaws, { ...sheet, cells }), flaws };
}

const NOBODY_SAID = 'Nobody said what the state of this row means; see --value.';

/** How closely its times are known is no part of a row's name: a file that an earlier version imported stays known. */
function nameOf(row: object): string {
  return canonicalHash(withoutUndefined({ ...row, givenUntil: undefined, signedUpUntil: undefined }));
}

function teller(told: ReadonlyMap<string, string>, { places }: Columns, clock: Clock, flaws: Flaw[]): Told {
  const email = readEmailAddress(told.get('email') ?? '');
  if (typeof email === 'string') flaws.push(flaw('email', email));
  const moment = (field: string): Span | undefined => {
    const text = told.get(field);
    if (text === undefined) return undefined;
    const reading = readMoment(text, clock);
    if ('first' in reading) return reading;
    flaws.push(flaw(field, reading.wrong));
    return undefined;
  };
  return { get: (field) => told.get(field), moment, has: (field) => told.has(field) || places.has(field) };
}

/** Spreadsheets leave empty cells at the end out, and some tools write one more delimiter. */
function cellFlaws(cells: readonly string[], { header }: Columns): Flaw[] {
  const isMore = cells.slice(header.length).some((cell) => cell !== '');
  return isMore ? [flaw('', `This row has ${cells.length} cells, the header ${header.length}.`)] : [];
}

function consentOf(told: ReadonlyMap<string, string>, says: Told, flaws: Flaw[]): object {
  const list = (field: string): string[] | undefined => says.get(field)?.split(/[\s,|]+/);
  const asked = [...told].filter(([field]) => field.startsWith(OWN));
  const fields = asked.map(([field, value]) => [field.slice(OWN.length), value] as const);
  flaws.push(
    ...(told.has('purposes') ? [] : [flaw('purposes', 'No purpose is named.')]),
    ...(told.has('notices') || told.has('version') ? [] : [flaw('version', 'No wording is named.')]),
  );
  const steps = stepsOf(says, flaws);
  flaws.push(...networkFlaws(told));
  return withoutUndefined({
    email: says.get('email'),
    purposes: list('purposes'),
    language: says.get('language'),
    notices: list('notices'),
    version: told.has('notices') ? undefined : says.get('version'),
    source: 'import',
    ...steps,
    fields: fields.length > 0 ? Object.fromEntries<string>(fields) : undefined,
    note: says.get('note'),
  });
}

function optOutOf(
  kind: Exclude<Kind, 'consents'>,
  says: Told,
  flaws: Flaw[],
  { name, states, cells }: Sheet & { readonly cells: readonly string[] },
): object {
  const said = says.moment('saidAt');
  const body = withoutUndefined({
    email: says.get('email'),
    kind: kind.slice(0, -1),
    purposes: kind === 'bounces' ? undefined : says.get('purposes')?.split(/[\s,|]+/),
    saidAt: said?.last,
  });
  const saidAt = said && untilNow(said.last);
  const times = said && saidAt && { saidAt, ...(isCoarse(said) && said.first <= saidAt && { saidFrom: said.first }) };
  const source = [says.get('note'), name, saidOf(states, cells)].filter((text) => text !== undefined && text !== '');
  const note = source
    .join('; ')
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .slice(0, LONGEST_NOTE)
    .toWellFormed();
  if (flaws.length > 0) return {};
  return { ...body, ...times, note, reference: canonicalHash({ ...body, said: saidOf(states, cells) }) };
}

function networkFlaws(told: ReadonlyMap<string, string>): Flaw[] {
  const sure = told.get('doubleOptIn') ?? '';
  const addresses = ['ip', 'signedUpIp'].filter((field) => told.has(field) && isIP(told.get(field) ?? '') === 0);
  return [
    ...addresses.map((field) => flaw(field, 'This is no IPv4 or IPv6 address.')),
    ...(!told.has('ip') && told.has('userAgent')
      ? [flaw('userAgent', 'A browser is kept only with its IP address.')]
      : []),
    ...(YES.test(sure) || NO.test(sure) ? [] : [flaw('doubleOptIn', 'This is yes or no.')]),
  ];
}
