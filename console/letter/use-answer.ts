import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../clients/typescript/src/problem.ts';
import { shortTime } from '../../shared/words/times';
import type { Api, OrderAnswer, Request } from '../api';
import { useDesk, type Grant } from '../context';
import type { Loaded } from '../loaded';
import { save } from '../save';
import { SessionEnded } from '../session';
import { isSame, previewOf, restricted, stepsIn, type Instead, type Preview, type Wording } from './preview';
import { isOurs, isPast, newRequestOf, orderOf, today, type Order, type Said, type Writer } from './said';

/** How far it is with carrying a letter out. */
export type Stage =
  | { readonly is: 'ready' | 'under-way' | 'unsure' }
  /** Nothing was done, or not all: the operator has to look again. */
  | { readonly is: 'again'; readonly why: string }
  | { readonly is: 'done'; readonly at: string; readonly lines: readonly string[]; readonly isPart: boolean }
  | { readonly is: 'trouble'; readonly error: unknown };

interface Answering {
  readonly grant: Grant;
  readonly writer: Writer;
  readonly said: Said;
  /** The one that is answered, as it was when the page was opened. */
  readonly begun: Request | undefined;
  /** The one that a dispute is about, of those that wait. */
  readonly disputed: Request | undefined;
  /** The reason as it is sent. */
  readonly reason: string;
  readonly wording: Wording;
}

/** Long enough that not each letter of a name is asked about. */
const PAUSE_MS = 300;

/** Shows what an order would come to, and carries it out as it was shown or not at all. */
export function useAnswer(answering: Answering) {
  const { api } = useDesk();
  const { grant, said, writer, begun, disputed, wording } = answering;
  const [preview, setPreview] = useState<Loaded<Preview>>();
  const [stage, setStage] = useState<Stage>({ is: 'ready' });
  const [request, setRequest] = useState(begun);
  const [round, setRound] = useState(0);
  const order = orderOf(said, writer);
  const ask = (): Promise<Preview> => previewed(api, grant.site, order, wording);
  useEffect(() => {
    setPreview(undefined);
    if (stage.is === 'done' || !order) return undefined;
    let isMeant = true;
    const set = (state: Loaded<Preview>): void => {
      if (isMeant) setPreview(state);
    };
    set({ is: 'loading' });
    const wait = setTimeout(() => {
      ask().then(
        (value) => set({ is: 'there', value }),
        (error: unknown) => set({ is: 'trouble', error }),
      );
    }, PAUSE_MS);
    return () => {
      isMeant = false;
      clearTimeout(wait);
    };
  }, [JSON.stringify(order), round, wording.names, wording.own]);

  /** Writes the letter down as a request, unless it is one already. */
  const open = async (): Promise<Request | undefined> => {
    if (request) return request;
    if (disputed) {
      setRequest(disputed);
      return disputed;
    }
    const wish = newRequestOf(said);
    if (wish === undefined) return undefined;
    const { via } = said;
    const receivedOn = isPast(said.receivedOn) ? said.receivedOn : today();
    const heard = { ...writer.whose, via, receivedOn, wish, note: answering.reason };
    const opened = await api.openCase(grant.site, heard);
    setRequest(opened);
    return opened;
  };
  const show = (fresh: Preview, why: string): void => {
    setPreview({ is: 'there', value: fresh });
    setStage({ is: 'again', why });
  };
  const carryOut = async (): Promise<void> => {
    const { page } = wording.own;
    if (preview?.is !== 'there' || !order) return;
    setStage({ is: 'under-way' });
    let opened = request;
    try {
      opened = await open();
      // That a request was written down is a step, too. What is to be done has to be what was shown.
      const bound = opened === request ? preview.value : await ask();
      if (!isSame(bound, preview.value)) return show(bound, page.changed);
      const answer = await sent(api, answering, order, { forCase: opened?.case, expects: bound.head });
      setStage(doneBy(answer, answering, bound.instead));
    } catch (error) {
      const members = error instanceof Problem && error.code === 'changed-meanwhile' ? error.members : undefined;
      if (members) return show(...movedOn(members, wording));
      // A refusal says that nothing was done; so does a session that is over.
      if (error instanceof SessionEnded || (error instanceof Problem && error.status < 500)) {
        return setStage({ is: 'trouble', error });
      }
      await lookAgain(opened);
    }
  };
  /** Whether it was done says the person's history. */
  const lookAgain = async (opened: Request | undefined = request): Promise<void> => {
    const { page } = wording.own;
    try {
      const { file } = await api.lookUp(grant.site, writer.whose);
      const now = file?.requests.find((one) => one.case === opened?.case);
      const before = opened?.done.length ?? 0;
      const isHeld = file?.holds.some(({ label }) => label === said.label.trim()) ?? false;
      // A decision that was taken is not taken again: there is nothing left to be done.
      const isLeft = said.wish === 'verdict' && order && (await tried(api, grant.site, order)).done.length > 0;
      const isOwnDone = said.wish === 'dispute' ? isHeld : !isLeft;
      const isDone = isOurs(said.wish) ? isOwnDone : (now?.done.length ?? 0) > before;
      if (!isDone) return again(page.notDone);
      if (order?.what === 'access') return again(page.fileLost);
      const isPart = file?.restrictedSince !== undefined && said.wish === 'erasure';
      const instead = isPart && preview?.is === 'there' ? preview.value.instead : undefined;
      const names: Readonly<Record<string, string>> = wording.words.steps;
      const taken = (now?.done ?? []).slice(before).map(({ what }) => names[what] ?? what);
      const lines = [...taken, ...(instead ? [restricted(instead, wording.own)] : [])];
      setStage({ is: 'done', at: new Date().toISOString(), lines, isPart });
    } catch {
      setStage({ is: 'unsure' });
    }
  };
  const again = (why: string): void => {
    setStage({ is: 'again', why });
    setRound(round + 1);
  };
  const askAgain = (): void => setRound(round + 1);
  return { preview, stage, request, setRequest, open, carryOut, lookAgain: () => lookAgain(), askAgain };
}

async function previewed(api: Api, site: string, order: Order | undefined, wording: Wording): Promise<Preview> {
  if (!order) return { head: null, lines: [], isNothing: false, isEnding: false, instead: undefined };
  return previewOf(await tried(api, site, order), wording);
}

const tried = (api: Api, site: string, { what, body }: Order): Promise<OrderAnswer> =>
  api.order(site, what, { ...body, reason: 'preview', dryRun: true });

interface Bound {
  readonly forCase: string | undefined;
  readonly expects: string | null;
}

/** Carries it out; what is given out is saved. */
async function sent(
  api: Api,
  { grant, said, reason }: Answering,
  { what, body }: Order,
  { forCase, expects }: Bound,
): Promise<OrderAnswer | string> {
  const { identity } = said;
  const whole = {
    ...{ ...body, reason, expects },
    ...(forCase !== undefined && { forCase }),
    ...(identity !== undefined && identity !== 'ask' && { identity }),
  };
  if (what !== 'access') return api.order(grant.site, what, whole);
  const type = said.wish === 'portability' ? 'text/csv' : 'application/pdf';
  const file = await api.access(grant.site, whole, type);
  save(file, type);
  return file.name;
}

function doneBy(answer: OrderAnswer | string, { wording }: Answering, instead: Instead | undefined): Stage {
  const { page } = wording.own;
  const steps = typeof answer === 'string' ? [page.savedAs(answer)] : stepsIn(answer, wording);
  const lines = [
    ...(steps.length === 0 ? [page.nothing] : steps),
    ...(instead ? [restricted(instead, wording.own)] : []),
  ];
  return { is: 'done', at: new Date().toISOString(), lines, isPart: instead !== undefined };
}

/** What would be done now, and why it has to be looked at again. */
function movedOn(members: Readonly<Record<string, unknown>>, wording: Wording): [Preview, string] {
  const { page } = wording.own;
  const { preview, done = [] } = members as { readonly preview: OrderAnswer; readonly done?: OrderAnswer['done'] };
  const taken = stepsIn({ done }, wording);
  return [previewOf(preview, wording), taken.length === 0 ? page.changed : page.partly(taken.join(', '))];
}

/** When it was done, as it is read. */
export const doneAt = (at: string, { language, own }: Wording): string => own.page.done(shortTime(at, language));
