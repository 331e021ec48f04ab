import { readableDate, readableDay } from '../../shared/words/times';
import type { Language } from '../../shared/words/languages';
import type { deskRequests } from '../../shared/words/de/desk-requests';
import type { OrderAnswer } from '../api';
import type { Words } from '../context';

export type RequestWords = typeof deskRequests;

/** What an order would come to, in sentences: what an operator has before their eyes when they press the button. */
export interface Preview {
  readonly head: string | null;
  readonly lines: readonly string[];
  /** It is so already. */
  readonly isNothing: boolean;
  /** Something ends that only the person can begin again. */
  readonly isEnding: boolean;
  /** What an erasure comes to that something stands against. */
  readonly instead: Instead | undefined;
}

/** Nothing goes yet: the data are restricted, and go at an end of their own. */
export interface Instead {
  /** What stands against erasing. */
  readonly against: readonly string[];
  /** When they go, in a sentence. */
  readonly end: string;
}

export interface Wording {
  readonly words: Words;
  readonly own: RequestWords;
  /** Purpose -> what it is called. */
  readonly names: ReadonlyMap<string, string>;
  /** Purpose -> since when it stands as it does, ISO 8601. */
  readonly since: ReadonlyMap<string, string>;
  readonly language: Language;
}

export function previewOf(answer: OrderAnswer, wording: Wording): Preview {
  const { head, done, held, counts } = answer;
  return {
    head,
    lines: linesOf(answer, wording),
    isNothing: held !== false && counts === undefined && done.length === 0,
    isEnding: done.some(({ type }) => THEIRS.has(type)),
    instead: insteadIn(answer, wording),
  };
}

/** Whoever withdrew or objected has to agree anew; what an operator restricts, an operator can lift. */
const THEIRS: ReadonlySet<string> = new Set(['ConsentWithdrawn', 'ConsentRefused', 'ObjectionRecorded']);

/** Whether an operator would read the same. */
export function isSame(one: Preview, other: Preview): boolean {
  return JSON.stringify([one.lines, one.instead]) === JSON.stringify([other.lines, other.instead]);
}

function linesOf(answer: OrderAnswer, wording: Wording): string[] {
  const { page, parts } = wording.own;
  if (answer.held === false) return [page.nobody];
  if (answer.counts) return [countsIn(answer.counts, page)];
  const steps = answer.done.map((step) => lineOf(step, wording));
  if (steps.length === 0) return [page.nothing];
  const names: Readonly<Record<string, string>> = parts;
  const gone = Object.keys(answer.erasure?.parts ?? {}).map((name) => names[name] ?? name);
  return [
    ...steps,
    ...(gone.length === 0 ? [] : [page.gone(gone.join(', '))]),
    ...(answer.move?.state === 'to-be-confirmed' ? [page.moving] : []),
  ];
}

function countsIn(counts: Readonly<Record<string, unknown>>, page: RequestWords['page']): string {
  // How many entries there are changes with the request itself.
  const { records } = counts;
  return typeof records === 'number' ? page.report(records) : page.portable;
}

/** The steps that were taken, each with its purposes. */
export function stepsIn({ done }: Pick<OrderAnswer, 'done'>, wording: Wording): string[] {
  return done.map((step) => lineOf(step, { ...wording, since: new Map() }));
}

/** What is ended is shown with the day since when it stood: a letter may be older. */
function lineOf({ type, purposes }: OrderAnswer['done'][number], { words, own, names, since, language }: Wording) {
  const named = purposes.map((id) => {
    const [name, at] = [names.get(id) ?? id, since.get(id)];
    return at === undefined ? name : `${name} (${own.page.since(readableDay(new Date(at), language))})`;
  });
  return named.length === 0 ? words.steps[type] : `${words.steps[type]}: ${named.join(', ')}`;
}

function insteadIn({ erasure }: OrderAnswer, { own, language }: Wording): Instead | undefined {
  const { against: said } = own.page;
  const against = erasure?.against ?? [];
  if (against.length === 0) return undefined;
  const day = (at: string): string => readableDay(new Date(at), language);
  const lines = against.map((one) => {
    if (one.kind === 'hold') return said.hold(one.label ?? said.unnamed, readableDate(one.reviewBy, language));
    return one.kind === 'duty' ? said.duty(day(one.until)) : said.contract;
  });
  const ends = against.flatMap((one) => (one.kind === 'duty' ? [one.until] : [])).sort();
  const last = ends.length === against.length ? ends.at(-1) : undefined;
  return { against: [...new Set(lines)], end: last === undefined ? said.endUnknown : said.end(day(last)) };
}

/** What was done to somebody whom nothing could be erased of yet: restricted why, and until when. */
export const restricted = ({ against, end }: Instead, { page }: RequestWords): string =>
  `${page.against.done(against.join('; '))} ${end}`;
