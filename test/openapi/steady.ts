import { createHash } from 'node:crypto';
import { EXAMPLE_CURSOR, EXAMPLE_TOKEN } from '../../shared/http/describe/parameters';

const FIRST = Date.parse('2026-11-25T09:15:30.000Z');
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const DAY = /(?<![\d-])\d{4}-\d\d-\d\d(?![\dT-])/g;
/** A month after the first day. */
const DUE = '2026-12-25';
/** Members whose days follow from that on which they were asked. */
const RELATIVE = ['since', 'openFrom'];
const KNOWN_SINCE = /(?<=known since )\d{4}-\d\d-\d\d/g;
const TOKEN_IN_URL = /(https?:\/\/[^/\s"]+)\/(\w+)\/[A-Za-z0-9_-]{60,}/g;
const MAILTO = /mailto:[\w.+-]+@/g;
const KEY = /\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}/g;
const SIGNATURE = /(— \S+) [A-Za-z0-9+/]{90,}={0,2}/g;
const LONG = /(?<![A-Za-z0-9_+/-])(?:[A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{43}|[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9_+/=-])/g;

/**
 * An answer as it would be at any other time: moments, random ids and hashes are replaced in the order in which they come,
 * the same by the same, and links by one that is good for nothing.
 *
 * @param constant hashes that are always the same
 * @param asked whatever the query said: days that it names are always the same
 */
export function steady(
  answer: unknown,
  url: string,
  constant: ReadonlySet<string>,
  asked: readonly string[] = [],
): unknown {
  const times = new Map<string, string>();
  const days = new Map<string, string>();
  const ids = new Map<string, string>();
  const text = (value: string): string =>
    value
      .replaceAll(url, 'https://consent.example.com')
      .replace(TOKEN_IN_URL, (_, host: string, page: string) => `${host}/${page}/${EXAMPLE_TOKEN}`)
      .replace(MAILTO, 'mailto:u.0123456789abcdef@')
      .replace(KEY, '+50ef44f7+AeKt/nNy+/IRJlG8ZPIHViv0UWRzGbY0Iznzw3zT/IHC')
      .replace(SIGNATURE, `$1 ${'UO9E98PT'.repeat(12)}`)
      .replace(KNOWN_SINCE, day)
      .replace(TIME, (time) => remember(times, time, (n) => new Date(FIRST + n * 60_000).toISOString()))
      .replace(LONG, (id) => (constant.has(id) ? id : remember(ids, id, (n) => madeUp(n, id.length))));
  const relative = new Set(asked.some((one) => one.search(DAY) === 0) ? RELATIVE : [...RELATIVE, 'from', 'to']);
  const day = (value: string): string => remember(days, value, dayAt);
  const walk = (value: unknown, of = ''): unknown => {
    if (typeof value === 'string') return text(relative.has(of) ? value.replace(DAY, day) : value);
    if (Array.isArray(value)) return value.map((one) => walk(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(byMail(value)).map(([key, inner]) => [
        text(key),
        key === 'cursor' ? EXAMPLE_CURSOR : walk(inner, key),
      ]),
    );
  };
  return walk(answer);
}

/** A letter came on the day that the story says, and a mail on that of the story itself; what came is due in a month. */
function byMail(value: object): object {
  const isMail = 'via' in value && value.via === 'e-mail' && 'receivedOn' in value;
  return isMail ? { ...value, receivedOn: dayAt(0), ...('due' in value && { due: DUE }) } : value;
}

const dayAt = (n: number): string => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10);

function remember(known: Map<string, string>, value: string, make: (n: number) => string): string {
  const made = known.get(value) ?? make(known.size);
  known.set(value, made);
  return made;
}

function madeUp(n: number, length: number): string {
  const hash = createHash('sha256').update(`example ${n}`).digest();
  return hash.toString(length === 44 ? 'base64' : 'base64url').slice(0, length);
}
