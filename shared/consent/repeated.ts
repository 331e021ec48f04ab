import { canonicalJson } from '../canonical';
import { entriesOf } from './entry';
import { digestsIn, isUnderstood, understoodEntries, type AnyEntry } from './read-entry';
import { findStepType, stepType } from './steps';
import type { Repeat } from './steps/step-type';

/*
 * What of a long history rules still go by. Steps that say again what others said are left out, so that a history with them and one
 * without them comes to the same in every rule (docs/decisions/0092-a-summary-of-long-histories.md).
 */

/**
 * Those entries without which some rule could come to something else, in their order. Left out of them, or of them and what came
 * since, it is the same once more.
 */
export function stillCounting<Any extends AnyEntry>(all: readonly Any[]): readonly Any[] {
  const told = toldUpTo(all);
  const counting = new Set<Any | undefined>([all[0], all.findLast(saysSomething)]);
  let runs = new Map<string, Run<Any>>();
  /** The last step that decided something: what is reported about the time before it is looked at by itself. */
  let decisive: AnyEntry | undefined;
  const close = (): void => {
    for (const entry of [...runs.values()].flatMap((run) => run.counting())) counting.add(entry);
    runs = new Map();
  };
  for (const entry of all) {
    const repeat = repeatOf(entry);
    if (isDecisive(entry)) {
      close();
      decisive = entry;
    }
    if (!repeat || isLate(repeat, decisive)) counting.add(entry);
    else {
      const kind = kindOf(entry, repeat);
      runs.set(kind, (runs.get(kind) ?? new Run<Any>()).with(entry, repeat));
    }
    // What was known when a processor was told is compared with what is known now.
    if (told.has(entry.seq)) {
      counting.add(entry);
      close();
    }
  }
  close();
  return all.filter((entry) => counting.has(entry));
}

/** Entries of one kind between two steps that decide something. */
class Run<Any extends AnyEntry> {
  private first: Any | undefined;
  private best: readonly [Any, Repeat] | undefined;
  private newest: readonly Any[] = [];

  with(entry: Any, repeat: Repeat): this {
    // From which report on a processor had heard of a step.
    if (repeat.place !== undefined) this.first ??= entry;
    if (!this.best || isAtLeast(repeat, this.best[1])) this.best = [entry, repeat];
    this.newest = [...this.newest, entry].slice(-repeat.newest);
    return this;
  }

  counting(): (Any | undefined)[] {
    return [this.first, this.best?.[0], ...(isByOrder(this.best?.[1]) ? this.newest : [])];
  }
}

const isByOrder = (repeat: Repeat | undefined): boolean => repeat?.moment === undefined && repeat?.place === undefined;

function isAtLeast(one: Repeat, other: Repeat): boolean {
  return (one.moment ?? '') >= (other.moment ?? '') && (one.place ?? 0) >= (other.place ?? 0);
}

/** Whether a step decides something by what there was before it, or may, for all that this version knows. */
export function isDecisive(entry: AnyEntry): boolean {
  const type = findStepType(entry.type);
  return !type || !isUnderstood(entry) || type.restrains || type.role !== 'neither';
}

/** Whether a rule looks, because of a step, at what there was at an earlier place. */
export function looksBack(entry: AnyEntry, place: number): boolean {
  const upTo = isUnderstood(entry) ? repeatOf(entry)?.place : undefined;
  return upTo !== undefined && upTo < place;
}

/** Undefined for what always counts; so does whatever says who the person is. */
function repeatOf(entry: AnyEntry): Repeat | undefined {
  if (!isUnderstood(entry)) return undefined;
  const { address, details } = entry.parts;
  return address === undefined && details === undefined ? stepType(entry).kept.repeats(entry) : undefined;
}

function isLate({ moment, place }: Repeat, decisive: AnyEntry | undefined): boolean {
  if (!decisive) return false;
  return (moment !== undefined && moment <= decisive.at) || (place !== undefined && place < decisive.seq);
}

/** Steps of one kind are alike in all that rules look at, so that one stands for the others. */
function kindOf(entry: AnyEntry, { like }: Repeat): string {
  const { type, recordId = null, purposes = null, actor = {} } = entry as AnyEntry & { readonly actor?: object };
  return canonicalJson([type, like, recordId, purposes, kindIn(actor), Object.keys(digestsIn(entry)).sort()]);
}

const kindIn = (actor: object): unknown => ('kind' in actor ? actor.kind : null);

const saysSomething = ({ type }: AnyEntry): boolean => findStepType(type)?.isLook !== true;

/** The places up to which each processor was told. */
function toldUpTo(all: readonly AnyEntry[]): ReadonlySet<number> {
  const last = new Map<string, number>();
  for (const { facts } of entriesOf('ProcessorInformed', understoodEntries(all)))
    last.set(facts.processor, Math.max(facts.upTo, last.get(facts.processor) ?? -1));
  return new Set(last.values());
}
