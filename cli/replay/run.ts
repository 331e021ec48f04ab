import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { eachOf } from '../../shared/ledger/batches';
import type { MemberItem } from '../../shared/ledger/audience';
import { planEnds } from '../../shared/ledger/end-plan';
import { readItems } from '../../shared/ledger/ends';
import type { AudienceTable, Holdings } from '../../shared/ledger/table';
import type { Site } from '../../shared/policy/schema';
import { lacksOfProjector } from '../derived/audience';
import { hasCase } from '../derived/cases';
import { changesFiled } from '../derived/changes-filed';
import { lacksOfMailer } from '../derived/mails';
import { lacksOfMover } from '../derived/moves';
import { heardOf, personIn, type Lack, type Looking, type Person } from '../derived/person';
import { straysAmong } from '../derived/strays';
import { lacksOfSummary } from '../derived/summaries';
import { lacksOfNotifier } from '../derived/told';
import type { Run } from '../resume/resumable';
import { walkPages } from '../tables/pages';
import type { LedgerItem } from '../tables/subject-items';
import { walkTable, type Place } from '../tables/walk';

/** How far it is. */
export interface ReplayState extends Place {
  /** The ledger, and then what is in the audience of people who are not in it. */
  readonly phase: 'ledger' | 'audience' | 'done';
  readonly people: number;
  readonly lacks: number;
  /** The first ones, for the operator to look at. */
  readonly examples: readonly string[];
}

export interface Replay extends Holdings {
  readonly audience: AudienceTable;
  readonly consumer: ConsumerName;
  readonly siteOf: (id: string) => Site | undefined;
  /** Undefined for all sites. */
  readonly only: string | undefined;
  /** Steps before it are left alone. */
  readonly since: Date;
  /** Tells the consumer of these; nobody in a dry run. */
  readonly tell: (lacks: readonly Lack[]) => Promise<void>;
  readonly now: () => Date;
}

export const EXAMPLES = 5;
const BEGINNING: ReplayState = { phase: 'ledger', seen: 0, people: 0, lacks: 0, examples: [] };

/** Finds what a consumer has not done, and tells it again of that. What was done is left alone, so repeating it is harmless. */
export async function runReplay(task: Replay, run: Run<ReplayState>): Promise<ReplayState> {
  const filed = changesFiled(task.audience, task.now);
  let state = run.begun ?? BEGINNING;
  if (state.phase === 'ledger') {
    state = await walkTable<LedgerItem, ReplayState>(task.ledger, state, run, async (partitions, before) => {
      const looking = lookingOf(task);
      const people = partitions.flatMap((items) => personIn(items, looking) ?? []).filter(isMeant(task));
      const lacks =
        task.consumer === 'projector'
          ? await lacksOfProjector(people, looking, filed)
          : (await eachOf(people, (person) => lacksOf(person, task, looking))).flat();
      return noted(await told(lacks, task), { ...before, people: before.people + people.length });
    });
    state = { ...state, phase: 'audience', after: undefined, seen: 0 };
    await run.reached(state);
  }
  if (task.consumer !== 'projector' || state.phase === 'done') return { ...state, phase: 'done' };
  const last = await walkPages<MemberItem, ReplayState>(task.audience, state, run, async (items, before) => {
    const lacks = await straysAmong(items, lookingOf(task));
    return noted(
      await told(
        lacks.filter(({ site }) => task.only === undefined || site === task.only),
        task,
      ),
      before,
    );
  });
  return { ...last, phase: 'done' };
}

const lookingOf = ({ ledger, vault, audience, siteOf, now }: Replay): Looking => {
  return { ledger, vault, audience, siteOf, now: now() };
};

/** Of the site that is meant, if one is, and with a step that the consumer hears of. */
const isMeant =
  ({ only, consumer, since, now }: Replay) =>
  (person: Person): boolean => {
    const isOurs = only === undefined || person.site.id === only;
    if (person.isGone && consumer !== 'retention') return false;
    if (isOurs && consumer === 'projector' && hasCase(person)) return true;
    return isOurs && (heardOf(person, [consumer], now()).at(-1)?.at ?? '') >= since.toISOString();
  };

async function lacksOf(person: Person, { consumer, since }: Replay, looking: Looking): Promise<Lack[]> {
  switch (consumer) {
    case 'confirmations':
    case 'mailer':
      return lacksOfMailer(person, since, looking.now).filter((lack) => lack.consumer === consumer);
    case 'mover':
      return lacksOfMover(person, looking);
    case 'notifier':
      return lacksOfNotifier(person, looking);
    case 'retention':
      return lacksOfRetention(person, looking);
    case 'projector':
      return [];
  }
}

/** Ends that are not what they have to be, of which `audit` names each; and a summary that says something else than the entries. */
async function lacksOfRetention(person: Person, looking: Looking): Promise<Lack[]> {
  const { subject, site } = person;
  const [ledger, vault] = await readItems(looking, subject);
  const { entries, parts } = planEnds(ledger, vault, site, looking.now);
  const count = entries.length + parts.length;
  const text = `Of subject ${subject} of ${site.id} ${count} items do not have the end that they have to have.`;
  const wrong: Lack[] = count === 0 ? [] : [{ consumer: 'retention', code: 'endWrong', site: site.id, subject, text }];
  return [...wrong, ...(await lacksOfSummary(person, looking))];
}

/** One message for each person, or for each step that calls for a mail. */
async function told(lacks: readonly Lack[], { tell }: Replay): Promise<readonly Lack[]> {
  const messages = new Map(lacks.map((lack) => [`${lack.site} ${lack.subject} ${lack.seq ?? ''}`, lack]));
  await tell([...messages.values()]);
  return lacks;
}

function noted(lacks: readonly Lack[], state: ReplayState): ReplayState {
  const examples = [...state.examples, ...lacks.map(({ text }) => text)].slice(0, EXAMPLES);
  return { ...state, lacks: state.lacks + lacks.length, examples };
}
