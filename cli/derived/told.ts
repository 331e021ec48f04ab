import { CONSUMERS } from '../../shared/consent/consumers';
import { plus } from '../../shared/calendar';
import { awaitedSince } from '../../shared/consent/decide/deletions';
import { notUnderstood } from '../../shared/consent/not-understood';
import { isConnected, owed } from '../../shared/consent/processors';
import { deliveryKey } from '../../shared/ledger/deliveries';
import { readItems } from '../../shared/ledger/read-items';
import { deletionKey } from '../../shared/ledger/deletions';
import { isGone, type Keys } from '../../shared/ledger/dynamo';
import { readParts } from '../../shared/ledger/vault';
import { taskFor } from '../../shared/processors/task';
import { isSettled, type Lack, type Looking, type Person } from './person';

/** A message that is tried again comes back within this time. */
const TRIED_WITHIN_MS = 2 * (CONSUMERS.find(({ name }) => name === 'notifier')?.tries.restMinutes ?? 0) * 60 * 1000;

/**
 * Whom `notifier` has to tell: processors that do not know how a person stands, and that nobody tries to tell any more. Not where the
 * data are gone that they would be told by: that is in the list of deliveries. And whom it has to put on the list of deletions.
 */
export async function lacksOfNotifier(person: Person, looking: Looking): Promise<Lack[]> {
  const { now } = looking;
  if (!isSettled(person, 'notifier', now)) return [];
  return [...(await lacksOfDeletions(person, looking)), ...(await lacksOfTelling(person, looking))];
}

/** Of whom a processor has yet to say that it deleted them, and who is on no list of such: nobody would ever ask it. */
async function lacksOfDeletions({ entries, all, site, subject }: Person, { audience, now }: Looking): Promise<Lack[]> {
  const awaited = site.processors.filter(isConnected).flatMap((processor) => {
    const since = awaitedSince(entries, processor, all);
    return since !== undefined && plus(new Date(since), site.retention.accessLog) > now ? [processor.id] : [];
  });
  const keys = awaited.map((processor) => deletionKey({ site: site.id, processor, subject }));
  const listed = await readItems<Keys & { readonly expiresAt?: number }>(audience, keys, { ConsistentRead: true });
  const isListed = (id: string): boolean => listed.some((item) => item.sk === `${id}#${subject}` && !isGone(item, now));
  return awaited
    .filter((id) => !isListed(id))
    .map((id) => {
      const text = `Processor ${id} did not confirm that it deleted subject ${subject} of ${site.id}, and nobody will be reminded of that.`;
      return { consumer: 'notifier', code: 'deletionMissing', site: site.id, subject, text };
    });
}

async function lacksOfTelling(person: Person, looking: Looking): Promise<Lack[]> {
  const { audience, vault, now } = looking;
  const { entries, all, site, subject } = person;
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
