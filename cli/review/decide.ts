import { createHash } from 'node:crypto';
import { Problem, type Ledger } from '../../clients/typescript/src/index';
import { chunks } from '../../shared/ledger/batches';
import { MOST_REVIEWED } from '../../shared/http/operations/decide-reviews';
import { tell } from '../print';

type Order = Parameters<Ledger['decideReviews']>[0];
type Item = NonNullable<Order['items']>[number];

/** What is decided about the items. */
export type Ruling = Pick<Order, 'decision' | 'reason' | 'reviewBy' | 'informedOn'>;

/** Which items. */
export type Choice = { readonly items: readonly Item[] } | { readonly group: NonNullable<Order['group']> };

export type Decision = Awaited<ReturnType<Ledger['decideReviews']>>['decisions'][number];

/** What would be decided, item by item. */
export async function previewAll(ledger: Ledger, ruling: Ruling, choice: Choice): Promise<Decision[]> {
  const found: Decision[] = [];
  if ('items' in choice) {
    for (const items of chunks(choice.items, MOST_REVIEWED)) {
      found.push(...(await ledger.decideReviews({ ...ruling, items, dryRun: true })).decisions);
    }
    return found;
  }
  let cursor: string | undefined;
  do {
    const place = cursor !== undefined && { cursor };
    const page = await ledger.decideReviews({ ...ruling, ...choice, ...place, dryRun: true });
    found.push(...page.decisions);
    cursor = page.cursor;
    tell(`looked at: ${found.length.toLocaleString('en')} to be decided\n`);
  } while (cursor !== undefined);
  return found;
}

/** A word that is another one as soon as anything is that a preview rests on: what is decided, with what reason, and how it stood. */
export function tokenOf(ruling: Ruling, preview: readonly Decision[]): string {
  const seen = preview.map(({ id, what, case: hold, outcome, head }) => [id, what, hold ?? null, outcome, head]);
  return createHash('sha256')
    .update(JSON.stringify([ruling, seen]))
    .digest('base64url')
    .slice(0, 22);
}

/** How far it is: what is left of a preview to be decided, and what became of the rest. */
export interface Deciding {
  readonly left: readonly Decision[];
  readonly done: number;
  readonly changed: number;
}

/**
 * Decides just what was previewed, some at a time: where anything moved, nothing of that batch is done, nor of those after it.
 *
 * @param reached everything up to there is decided
 */
export async function decideAll(
  ledger: Ledger,
  ruling: Ruling,
  begun: Deciding,
  reached: (state: Deciding) => Promise<void> = () => Promise.resolve(),
): Promise<Deciding> {
  let state = begun;
  const total = begun.done + begun.changed + begun.left.length;
  for (const batch of chunks(begun.left, MOST_REVIEWED)) {
    const items = batch.map(({ id, what, case: hold, head }) => ({
      id,
      what,
      ...(hold !== undefined && { case: hold }),
      expects: head,
    }));
    const decisions = await decided(ledger, { ...ruling, items });
    if (!decisions) return state;
    const changed = decisions.filter(({ outcome }) => outcome === 'changed-meanwhile').length;
    state = {
      left: state.left.slice(batch.length),
      done: state.done + decisions.length - changed,
      changed: state.changed + changed,
    };
    if (total > MOST_REVIEWED) tell(`decided: ${state.done.toLocaleString('en')} of ${total.toLocaleString('en')}\n`);
    await reached(state);
  }
  return state;
}

/** Undefined where something had moved, and nothing was done. */
async function decided(ledger: Ledger, order: Order): Promise<readonly Decision[] | undefined> {
  try {
    return (await ledger.decideReviews(order)).decisions;
  } catch (error) {
    if (error instanceof Problem && error.code === 'changed-meanwhile') return undefined;
    throw error;
  }
}
