import { isIP } from 'node:net';
import { canonicalHash } from '../../shared/canonical';
import { readEmailAddress } from '../../shared/email-address';
import type { Columns } from './columns';
import type { Line } from './csv';
import { readMoment } from './moment';

/** A fault of a row: in which column, and what to do. Never quotes the value, which may be personal. */
export interface Flaw {
  readonly field: string;
  readonly detail: string;
}

export interface Row {
  readonly number: number;
  /** For the system; of use only where there are no flaws. */
  readonly body: object;
  readonly flaws: readonly Flaw[];
}

const YES = /^(yes|true|ja|wahr|1|x)$/i;
/** The site's own questions. */
const OWN = 'fields.';
const NO = /^(no|false|nein|falsch|0)?$/i;

/** Reads a row, and checks as much as can be checked without the site's policy. */
export function readRow({ number, cells }: Line, columns: Columns): Row {
  const told = new Map([...columns.constants].filter(([, value]) => value !== ''));
  for (const [field, place] of columns.places) if (cells[place]) told.set(field, cells[place]);
  const body = bodyOf(told);
  return { number, body: { ...body, reference: canonicalHash(body) }, flaws: flawsOf(told, cells, columns) };
}

function bodyOf(told: ReadonlyMap<string, string>): object {
  const list = (field: string): string[] | undefined => told.get(field)?.split(/[\s,|]+/);
  const [givenAt, ip, userAgent] = ['givenAt', 'ip', 'userAgent'].map((field) => told.get(field));
  const asked = [...told].filter(([field]) => field.startsWith(OWN));
  const fields = asked.map(([field, value]) => [field.slice(OWN.length), value] as const);
  return withoutUndefined({
    email: told.get('email'),
    purposes: list('purposes'),
    language: told.get('language'),
    notices: list('notices'),
    version: told.has('notices') ? undefined : told.get('version'),
    source: 'import',
    givenAt: givenAt === undefined ? undefined : readMoment(givenAt),
    doubleOptIn: YES.test(told.get('doubleOptIn') ?? '') || undefined,
    visitor: ip === undefined ? undefined : withoutUndefined({ ip, userAgent }),
    fields: fields.length > 0 ? Object.fromEntries<string>(fields) : undefined,
    note: told.get('note'),
  });
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, said]) => said !== undefined));
}

function flawsOf(told: ReadonlyMap<string, string>, cells: readonly string[], columns: Columns): Flaw[] {
  const [email = '', givenAt, ip, sure = ''] = ['email', 'givenAt', 'ip', 'doubleOptIn'].map((field) =>
    told.get(field),
  );
  const address = readEmailAddress(email);
  const [has, wants] = [cells.length, columns.header.length];
  return [
    ...(has === wants ? [] : [flaw('', `This row has ${has} cells, the header ${wants}.`)]),
    ...(typeof address === 'string' ? [flaw('email', address)] : []),
    ...(told.has('purposes') ? [] : [flaw('purposes', 'No purpose is named.')]),
    ...(told.has('notices') || told.has('version') ? [] : [flaw('version', 'No wording is named.')]),
    ...(givenAt === undefined || readMoment(givenAt) !== undefined ? [] : [flaw('givenAt', MOMENT)]),
    ...(ip === undefined || isIP(ip) !== 0 ? [] : [flaw('ip', 'This is no IPv4 or IPv6 address.')]),
    ...(ip === undefined && told.has('userAgent')
      ? [flaw('userAgent', 'A browser is kept only with its IP address.')]
      : []),
    ...(YES.test(sure) || NO.test(sure) ? [] : [flaw('doubleOptIn', 'This is yes or no.')]),
  ];
}

const MOMENT = 'This is no time such as "2018-05-25T14:30:00+02:00", "2018-05-25 14:30" or "25.05.2018 14:30".';

const flaw = (field: string, detail: string): Flaw => ({ field, detail });
