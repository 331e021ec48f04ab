import { CommandError } from '../command-error';
import type { Columns } from './columns';
import { KINDS, type Kind } from './kinds';
import { guess, isAboutConfirming, saysNo, saysYes, senseOf } from './says-no';

/** Or left out; or what a value says has nothing to do with it. The first one of these that a row has counts. */
const MEANINGS = ['objections', 'withdrawals', 'bounces', 'skip', 'consents', 'ignore'] as const;
export type Meaning = (typeof MEANINGS)[number];

/** What the values of columns mean, as the operator said. */
export interface States {
  /** What a row is of which no column says anything else. */
  readonly as: Kind;
  readonly columns: readonly State[];
}

interface State {
  readonly place: number;
  readonly heading: string;
  readonly sense: 'no' | 'state' | undefined;
  /** By the value, however it is written; `*` for all others, but for none at all. */
  readonly meanings: ReadonlyMap<string, Meaning>;
}

const ANY = '*';
/** Checked to be what their field takes, so that none of their cells says anything else. */
const CHECKED: ReadonlySet<string> = new Set([
  ...[
    'email',
    'purposes',
    'language',
    'notices',
    'version',
    'givenAt',
    'signedUpAt',
    'saidAt',
    'ip',
    'signedUpIp',
    'userAgent',
  ],
]);

/** @throws {CommandError} where one of `--value` is none, or its column is not there */
export function statesOf({ header, places }: Columns, as: Kind, said: readonly string[]): States {
  const meanings = header.map(() => new Map<string, Meaning>());
  for (const argument of said) {
    const { column, value, meaning } = valueOf(header, argument);
    for (const [place, heading] of header.entries()) {
      if (heading === column) meanings[place]?.set(value === ANY ? ANY : plain(value), meaning);
    }
  }
  const fields = new Map([...places].map(([field, place]) => [place, field]));
  const columns = header.flatMap((heading, place): State[] => {
    const sense = senseOf(heading);
    const field = fields.get(place) ?? '';
    const isChecked = CHECKED.has(field) || (field === 'doubleOptIn' && isAboutConfirming(heading));
    if (isChecked && sense !== 'no' && meanings[place]?.size === 0) return [];
    return field === 'email' ? [] : [{ place, heading, sense, meanings: meanings[place] ?? new Map() }];
  });
  return { as, columns };
}

function valueOf(header: readonly string[], argument: string): { column: string; value: string; meaning: Meaning } {
  const usage = `--value takes COLUMN:VALUE=MEANING, not "${argument}".`;
  const at = argument.lastIndexOf('=');
  const meaning = MEANINGS.find((one) => one === argument.slice(at + 1).trim());
  if (at < 0 || !meaning) throw new CommandError(`${usage} A meaning is ${MEANINGS.join(', ')}.`);
  // Headings can hold colons, too.
  const [column] = header
    .filter((heading) => argument.startsWith(`${heading}:`))
    .sort((one, other) => other.length - one.length);
  if (column === undefined)
    throw new CommandError(`${usage} The file has ${header.map((one) => `"${one}"`).join(', ')}.`);
  return { column, value: argument.slice(column.length + 1, at).trim(), meaning };
}

/** The same value, however it is written. */
const plain = (value: string): string =>
  value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');

/** What a cell says of its row; undefined where nobody said what it means. */
function meaningOf({ sense, meanings, heading }: State, cell: string): Meaning | undefined {
  const value = plain(cell);
  const said = meanings.get(value);
  if (said) return said;
  const others = value === '' ? undefined : meanings.get(ANY);
  // A "no" becomes a consent by its own name alone.
  const isNo = saysNo(cell, heading) && (others === 'consents' || (others === 'ignore' && sense === 'state'));
  if (others) return isNo ? undefined : others;
  if (sense === 'no') return value === '' ? 'ignore' : undefined;
  if (saysNo(cell, heading)) return undefined;
  return sense === undefined || saysYes(cell) ? 'ignore' : undefined;
}

/** What a row is; undefined where one of its values means nobody knows what, and it would be a consent. */
export function kindOf(states: States, cells: readonly string[]): Kind | 'skip' | undefined {
  const said = states.columns.map((state) => meaningOf(state, cells[state.place] ?? ''));
  const first = MEANINGS.find((meaning) => said.includes(meaning));
  const kind = first === undefined || first === 'ignore' || first === 'consents' ? states.as : first;
  return kind === 'consents' && said.includes(undefined) ? undefined : kind;
}

/** What the source says of a row's state, word for word: the evidence of an opt-out. */
export function saidOf({ columns }: States, cells: readonly string[]): string {
  const about = columns.filter(({ sense, meanings }) => sense !== undefined || meanings.size > 0);
  return about.flatMap(({ heading, place }) => (cells[place] ? [`${heading}: ${cells[place]}`] : [])).join('; ');
}

/** Counts the values that nobody said the meaning of, of rows that would be consents. */
export class Unmapped {
  readonly #found = new Map<State, Map<string, number>>();
  readonly #empty = new Map<State, number>();
  readonly #used = new Set<State>();

  constructor(private readonly states: States) {}

  count(cells: readonly string[]): void {
    for (const state of this.states.columns) if (cells[state.place]) this.#used.add(state);
    if (kindOf(this.states, cells) !== undefined) return;
    for (const state of this.states.columns) {
      const cell = cells[state.place] ?? '';
      if (meaningOf(state, cell) === undefined) this.#add(state, cell);
    }
  }

  #add(state: State, cell: string): void {
    if (cell === '') {
      this.#empty.set(state, (this.#empty.get(state) ?? 0) + 1);
      return;
    }
    const values = this.#found.get(state) ?? new Map<string, number>();
    const shown = shownOf(cell);
    const key = values.has(shown) || values.size < MOST_SHOWN ? shown : OTHERS;
    values.set(key, (values.get(key) ?? 0) + 1);
    this.#found.set(state, values);
  }

  /** What is to be said first, in words; undefined where all is said. */
  get question(): string | undefined {
    const lines = this.states.columns.flatMap((state) => this.#linesOf(state));
    if (lines.length === 0) return undefined;
    const advice =
      'Nothing was sent: these columns say who is not to be mailed, or may say so. Say what each value makes of its rows:';
    return `${advice}\n${lines.join('\n')}\nconsents: as without it; ${KINDS.slice(1).join(', ')}: imported as such; skip: left out; ignore: the column is about something else.`;
  }

  #linesOf(state: State): string[] {
    // A column that is empty all through says nothing.
    const empty = this.#used.has(state) ? (this.#empty.get(state) ?? 0) : 0;
    const values = [...(this.#found.get(state) ?? []), ...(empty > 0 ? [['', empty] as const] : [])];
    return values.map(([value, rows]) => {
      const key = value === TIME || value === OTHERS ? ANY : value;
      const no = saysNo(value, state.heading) || (state.sense === 'no' && !/^(?:0|no|false|nein|n|-)$/i.test(value));
      const meaning = no ? guess(`${state.heading} ${value}`) : saysYes(value) ? 'consents' : 'MEANING';
      const shown = value === '' ? 'empty' : value === key ? `"${value}"` : value;
      return `  "${state.heading}" ${shown}, ${rows} row${rows === 1 ? '' : 's'}: --value "${state.heading}:${key}=${meaning}"`;
    });
  }
}

const MOST_SHOWN = 12;
const LONGEST_SHOWN = 40;
const TIME = 'a time';
const OTHERS = 'other values';

/** States are few and short; what else stands in such a column may be personal. */
function shownOf(cell: string): string {
  if (/^\d{10,13}$|^\d{1,4}[-./]\d\d?[-./]\d/.test(cell)) return TIME;
  return cell.length > LONGEST_SHOWN || /@|:\/\//.test(cell) ? OTHERS : cell;
}
