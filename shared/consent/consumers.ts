import type { SubjectId } from '../ids';
import { typesFor, type EntryType } from './steps';
import type { ConsumerName } from './steps/step-type';

/** How often a message is tried until it counts as a dead letter, and how long it rests in between. */
export interface Tries {
  readonly atMost: number;
  readonly restMinutes: number;
}

/** Whoever is told of steps through a queue of its own. */
export interface Consumer {
  /** The queue's name. */
  readonly name: ConsumerName;
  /** The function that works it off. */
  readonly runs: 'mailer' | 'retention' | 'mover' | 'projector' | 'notifier';
  /** The steps it hears of: those whose types say so, in `steps/`. */
  readonly types: readonly EntryType[];
  readonly tries: Tries;
  /** How many messages it is given at most at a time. */
  readonly batch: number;
  /**
   * How many batches are worked on at once, unless a stage says otherwise: a queue that was stuck must not take all of the account's
   * concurrency.
   */
  readonly atOnce: number;
}

/** What depends on our own system alone. */
const USUAL = { tries: { atMost: 5, restMinutes: 3 }, batch: 10, atOnce: 5 } as const;

/**
 * Mail waits for as long as SES does not take it: paused, throttled, down, or out of what it sends in 24 hours. After 26 that is
 * renewed, or an operator had a day, as the alarm of what waits comes after a quarter of an hour.
 */
const BY_MAIL = { tries: { atMost: 520, restMinutes: 3 }, batch: 10 } as const;

/**
 * What depends on others is tried for three days. The address that they have to be told is kept for longer (`PATIENCE` in
 * `processors.ts`), so that somebody can see to it. One at a time, as others may take long to answer.
 */
const OUTSIDE = { tries: { atMost: 140, restMinutes: 30 }, batch: 1, atOnce: 5 } as const;

const LISTENERS: readonly Omit<Consumer, 'types'>[] = [
  // What somebody waits for who just pressed a button, in a queue of its own: so nothing else stands before it.
  { name: 'confirmations', runs: 'mailer', ...BY_MAIL, atOnce: 5 },
  { name: 'mailer', runs: 'mailer', ...BY_MAIL, atOnce: 2 },
  { name: 'retention', runs: 'retention', ...USUAL },
  { name: 'mover', runs: 'mover', ...USUAL },
  { name: 'projector', runs: 'projector', ...USUAL },
  { name: 'notifier', runs: 'notifier', ...OUTSIDE },
];

/**
 * Who listens on the bus. A message only says "look at this subject" (see {@link StepMessage}): every consumer
 * reads the ledger again and does what follows from it, so order and repetition do not matter.
 * CDK makes rules and queues from this table, and so does the local stack. `docs/steps.md` shows who hears of what.
 */
export const CONSUMERS: readonly Consumer[] = LISTENERS.map((one) => ({ ...one, types: typesFor(one.name) }));

/** Of the others it is the mail service that says how many, see `shared/mail/allowance.ts`. */
export const ADJUSTABLE = ['retention', 'mover', 'projector', 'notifier'] as const satisfies readonly ConsumerName[];

/** Batches at once of those consumers for which a stage may say it. */
export type BatchesAtOnce = Readonly<Record<(typeof ADJUSTABLE)[number], number>>;

/** As a stage says it, and otherwise as it is here. */
export function batchesOf(
  { name, atOnce }: Pick<Consumer, 'name' | 'atOnce'>,
  said: Partial<Readonly<Record<ConsumerName, number>>> = {},
): number {
  return said[name] ?? atOnce;
}

/** The `detail` of a bus event; `detail-type` is the entry's type and `source` is {@link STEP_SOURCE}. Ids only. */
export interface StepMessage {
  readonly site: string;
  /** With or without the prefix that the table's key has: the pipe can only copy. */
  readonly subject: SubjectId;
  /** The entry of the step. */
  readonly seq: number | string;
}

export const STEP_SOURCE = 'consent.ledger';
