import fc from '../seeded';
import { dueMails } from '../../shared/consent/decide/due-mails';
import { confirmedMoves } from '../../shared/consent/decide/moving';
import type { Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { membershipsOf } from '../../shared/consent/membership';
import { owed, type Processor } from '../../shared/consent/processors';
import { standingOf } from '../../shared/consent/standing';
import { typesFor } from '../../shared/consent/steps';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { history, RULES } from './histories';
import { PURPOSES } from './model';

/** A history just before a step, and with it; both are looked at when it was taken. */
interface Moment {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  readonly step: Entry;
  readonly now: Date;
}

const COMMITTING = ['ConsentRequested', 'ConsentRecorded', 'LegitimateInterestRecorded', 'IdentityRectified'];

/** With an identity where a step would have one; a correction is of a record, and a language another one than before. */
function whole(entry: Entry, _: number, all: readonly Entry[]): Entry {
  const parts = COMMITTING.includes(entry.type) ? { ...entry.parts, address: entry.nonce } : entry.parts;
  const recordId = entry.recordId ?? all.find((other) => other.recordId !== undefined)?.recordId;
  const said = entry.type === 'LanguageChosen' ? { language: 'en' } : {};
  // Some sign-ups move the person from another address.
  const facts = entry.type === 'ConsentRequested' ? { ...entry.facts, movedFrom: 'another' } : entry.facts;
  return { ...entry, parts, facts, ...said, ...(entry.type === 'IdentityRectified' && { recordId }) } as Entry;
}

function momentsOf(entries: readonly Entry[]): Moment[] {
  const all = entries.map(whole);
  return all.map((step, n) => ({
    before: all.slice(0, n),
    after: all.slice(0, n + 1),
    step,
    now: new Date(step.at),
  }));
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Purposes of the model, as a site has them. */
const purposes = PURPOSES.map((id) => ({ id, measures: id === 'analysis' })) as unknown as Parameters<
  typeof membershipsOf
>[2];
const processor = {
  id: 'tool',
  name: 'Tool',
  purposes: PURPOSES,
  transfers: [],
  connection: {},
} as unknown as Processor;

/** The mails about a step's record that it called for. */
function newlyDue({ before, after, step, now }: Moment): string[] {
  const due = (entries: readonly Entry[]) => {
    const rules = { welcomes: () => true, mailsPerDay: 100, standing: standingOf(entries) };
    const mails = dueMails(fold(entries, now), rules, now);
    return mails.filter(({ record }) => record.recordId === step.recordId).map(({ kind }) => kind);
  };
  return due(after).filter((kind) => !due(before).includes(kind));
}

/** Whether a step calls for the work of a consumer, by the rules that the consumer itself goes by. */
const CALLS_FOR: Readonly<Record<ConsumerName, (moment: Moment) => boolean>> = {
  // A sign-up is born with the end that it has until it is confirmed; its mail, which follows at once, wakes retention.
  retention: ({ before, after, step }) => {
    if (step.type === 'ConsentRequested') return false;
    const ends = itemEnds(after, RULES);
    const own = ends.at(-1);
    const hasEnd = own?.entry !== undefined || Object.values(own?.parts ?? {}).some((end) => end !== undefined);
    return hasEnd || differ(itemEnds(before, RULES), ends.slice(0, -1));
  },
  // A restriction that is lifted brings back no mails of before: review and operators send what is still of use.
  confirmations: (moment) => newlyDue(moment).includes('confirmation'),
  mailer: (moment) => newlyDue(moment).some((kind) => kind !== 'confirmation'),
  projector: ({ before, after, now }) => {
    const stand = (entries: readonly Entry[]) =>
      membershipsOf(entries, fold(entries, now), purposes).filter(
        ({ inForce, active, waitsUntil }) => inForce || active || waitsUntil !== undefined,
      );
    return differ(stand(before), stand(after));
  },
  notifier: ({ before, after }) => {
    const due = owed(after, processor);
    return due !== undefined && differ(due.knowledge, owed(before, processor)?.knowledge);
  },
  mover: ({ before, after }) => differ(confirmedMoves(before).length, confirmedMoves(after).length),
};

test.each(Object.keys(CALLS_FOR) as ConsumerName[])('whatever calls for the work of %s, it is told of', (consumer) => {
  const told = new Set<string>(typesFor(consumer));
  fc.assert(
    fc.property(history, ({ entries }) => {
      const untold = momentsOf(entries).filter(({ step }) => !told.has(step.type));
      expect(untold.filter(CALLS_FOR[consumer]).map(({ step }) => step.type)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
