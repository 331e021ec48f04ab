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
  /** What stands against erasing. */
  readonly against: readonly string[];
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
  return { head: answer.head, lines: linesOf(answer, wording), against: againstIn(answer, wording) };
}

/** Whether an operator would read the same. */
export function isSame(one: Preview, other: Preview): boolean {
  return JSON.stringify([one.lines, one.against]) === JSON.stringify([other.lines, other.against]);
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

function againstIn({ erasure }: OrderAnswer, { own, language }: Wording): string[] {
  const { against: said } = own.page;
  const lines = (erasure?.against ?? []).map((one) => {
    if (one.kind === 'hold') return said.hold(one.label ?? said.unnamed, readableDate(one.reviewBy, language));
    return one.kind === 'duty' ? said.duty(readableDay(new Date(one.until), language)) : said.contract;
  });
  return [...new Set(lines)];
}
