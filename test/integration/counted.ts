import { dayOf } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { fold, isInForce, purposesInForce } from '../../shared/consent/fold';
import type { Answer } from '../../clients/typescript/src/types.ts';
import type { World } from './world';

export type SiteCounts = Answer<'getCounts'>;

/** What the API says of these days. */
export async function countsOf(world: World, query: Record<string, string>, site = 'demo'): Promise<SiteCounts> {
  const answer = await world.call('audience', 'counts', { params: { site }, query });
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
  return JSON.parse(answer.body) as SiteCounts;
}

type Numbers = Record<string, number>;

/**
 * A second count, made another way: of whole histories, by hand. Kind -> how many, of people of whom nothing is gone yet; a purpose
 * that is named counts where the step names it.
 */
export function countedByHand(histories: readonly (readonly Entry[])[], purpose?: string): Numbers {
  const sums: Numbers = {
    ...{ signUps: 0, confirmations: 0, confirmedOfThese: 0, withdrawals: 0, objections: 0, expiries: 0 },
    ...{ bounces: 0, complaints: 0, inForce: 0 },
  };
  const add = (kind: string, ids: readonly string[]): void => {
    if (purpose === undefined || ids.includes(purpose)) sums[kind] = (sums[kind] ?? 0) + 1;
  };
  for (const entries of histories) {
    for (const [n, entry] of entries.entries()) {
      const named = entry.purposes.map(({ id }) => id);
      const [before, after] = [entries.slice(0, n), entries.slice(0, n + 1)].map((some) =>
        purposesInForce(fold(some, new Date(0))),
      );
      const ended = [...before!.keys()].filter((id) => !after!.has(id));
      if (entry.type === 'ConsentRequested') add('signUps', named);
      if (entry.type === 'ConsentGiven' || entry.type === 'RenewedConsentGiven') {
        add('confirmations', named);
        add('confirmedOfThese', named);
      }
      if (entry.type === 'ObjectionRecorded') add('objections', named);
      if (entry.type === 'ConsentWithdrawn' && ended.length > 0)
        add(entry.facts.via === 'complaint' ? 'complaints' : 'withdrawals', ended);
      if (entry.type === 'ConsentLapsed' && ended.length > 0) add('expiries', ended);
      if (entry.type === 'MailBounced' && entry.facts.bounce === 'permanent') {
        const records = fold(entries.slice(0, n), new Date(0));
        add('bounces', records.at(-1)?.purposes.map(({ id }) => id) ?? []);
      }
    }
    const state = fold(entries, new Date(0)).flatMap(({ purposes }) => purposes.filter(isInForce).map(({ id }) => id));
    add('inForce', state.length > 0 ? (purpose === undefined ? [''] : state) : []);
    if (purpose === undefined && state.length === 0) sums['inForce'] = (sums['inForce'] ?? 0) - 1;
  }
  return sums;
}

/** The numbers of a report that can be counted by hand. */
export function numbersIn({ sum, inForce }: SiteCounts['all'] | NonNullable<SiteCounts['groups']>[number]): object {
  const { medianSeconds: _, ...numbers } = sum;
  return { ...numbers, inForce };
}

export const today = (): string => dayOf(new Date());
