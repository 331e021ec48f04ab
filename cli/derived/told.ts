import { CONSUMERS } from '../../shared/consent/consumers';
import { notUnderstood } from '../../shared/consent/not-understood';
import { isConnected, owed } from '../../shared/consent/processors';
import { deliveryKey } from '../../shared/ledger/deliveries';
import { readItems } from '../../shared/ledger/read-items';
import type { Keys } from '../../shared/ledger/dynamo';
import { readParts } from '../../shared/ledger/vault';
import { taskFor } from '../../shared/processors/task';
import { isSettled, type Lack, type Looking, type Person } from './person';

/** A message that is tried again comes back within this time. */
const TRIED_WITHIN_MS = 2 * (CONSUMERS.find(({ name }) => name === 'notifier')?.tries.restMinutes ?? 0) * 60 * 1000;

/**
 * Whom `notifier` has to tell: processors that do not know how a person stands, and that nobody tries to tell any more. Not where the
 * data are gone that they would be told by: that is in the list of deliveries.
 */
export async function lacksOfNotifier(person: Person, looking: Looking): Promise<Lack[]> {
  const { audience, vault, now } = looking;
  const { entries, all, site, subject } = person;
  if (!isSettled(person, 'notifier', now)) return [];
  const { records } = notUnderstood(all);
  const due = site.processors.filter(isConnected).flatMap((processor) => {
    const what = owed(entries, processor, records);
    return what ? [{ processor, what }] : [];
  });
  if (due.length === 0) return [];
  const keys = due.map(({ processor }) => deliveryKey({ site: site.id, processor: processor.id, subject }));
  const tried = await readItems<Keys & { readonly triedAt?: string }>(audience, keys, { ConsistentRead: true });
  const lately = new Date(now.getTime() - TRIED_WITHIN_MS).toISOString();
  const isTried = (id: string): boolean =>
    tried.some(({ sk, triedAt = '' }) => sk === `${id}#${subject}` && triedAt > lately);
  const parts = await readParts(vault, subject, now);
  return due
    .filter(({ processor, what }) => {
      const isTellable = taskFor(what, { site, processor, subject, entries, parts }) !== undefined;
      return isTellable && !isTried(processor.id);
    })
    .map(({ processor }) => {
      const text = `Processor ${processor.id} was not told how subject ${subject} of ${site.id} stands, and nobody tries to.`;
      return { consumer: 'notifier', code: 'notTold', site: site.id, subject, text };
    });
}
