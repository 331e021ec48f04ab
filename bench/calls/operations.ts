import { asSubject } from '../../test/ids';
import { CONSUMERS } from '../../shared/consent/consumers';
import { factsOf, type Entry } from '../../shared/consent/entry';
import { callFunction, tellConsumer, tellSequencer, type Request } from '../stage/functions';
import { startSequencer } from '../stage/stage';
import { askFor, audienceRequest, linksOf, oneClick, open, press, signUpRequest, someAddress } from '../stage/visitor';
import { ledger } from '../../functions/deps/tables';
import { readHistory } from '../../shared/ledger/ledger';

export interface Operation {
  /** The function, and, after a colon, its work. */
  readonly name: string;
  readonly run: () => Promise<void>;
  /** Whether a person waits for it: then there are goals. */
  readonly isAwaited: boolean;
}

/** Operations to run one after the other; each can depend on the results of those before. */
export type Operations<Result = void> = AsyncGenerator<Operation, Result>;

const EVERYTHING = {
  purposes: ['newsletter-product', 'newsletter-events', 'analysis', 'product-info'],
  asset: 'whitepaper-consent',
};
const NEWSLETTER_FORM = { purposes: ['newsletter-product', 'newsletter-events', 'analysis'] };
const PAGE = 100;

function request(name: string, sent: Request, isAwaited = false): Operation {
  return { name, run: () => callFunction(sent).then(() => undefined), isAwaited };
}

/** Sign-ups by what is special about them. Come first, as containers do some things only once. */
export function signUps(): Operation[] {
  const email = someAddress();
  // In the other language, whose wordings the container has not seen.
  const everything = { ...EVERYTHING, language: 'en' } as const;
  return [
    request('signup: first of a container', signUpRequest(email), true),
    request('signup: again, so nothing is written', signUpRequest(email), true),
    request('signup: the whole newsletter form, one wording new', signUpRequest(someAddress(), NEWSLETTER_FORM), true),
    request('signup: first of a container, for everything', signUpRequest(someAddress(), everything), true),
    request('signup: for everything', signUpRequest(someAddress(), everything), true),
  ];
}

/** A sign-up that is confirmed and later withdrawn, with all that follows from each step. */
export async function* life(): Operations {
  const email = someAddress();
  const told = yield* confirmedSignUp(email);
  const { subject, unsubscribe } = await linksOf(email);
  yield request('unsubscribe: the page', open(unsubscribe));
  yield request('unsubscribe: one click', oneClick(unsubscribe), true);
  yield* consequences(subject, told);
}

/** The questions of operators. */
export async function* questions(): Operations {
  const email = someAddress();
  for (const member of [email, ...Array.from({ length: PAGE }, someAddress)]) await runAll(confirmedSignUp(member));
  yield request('permissions', askFor('permissions', email));
  startSequencer();
  // It has all of the above to catch up with, and a warm evidence function in front of it.
  await callFunction(askFor('evidence', email));
  yield request('evidence: one confirmed record', askFor('evidence', email));
  yield request(`audience: a page of ${PAGE}`, audienceRequest('newsletter-product', PAGE));
}

async function* confirmedSignUp(email: string): Operations<number> {
  yield request('signup', signUpRequest(email), true);
  const { subject, confirm } = await linksOf(email);
  const told = yield* consequences(subject, 0);
  yield request('confirm: the page', open(confirm));
  yield request('confirm: the button', press(confirm), true);
  return yield* consequences(subject, told);
}

/** The consumers' work on the entries from `seq` on, and on those that follow from it. Returns the next `seq`. */
async function* consequences(subject: string, seq: number): Operations<number> {
  const [entry] = (await readHistory(ledger(), asSubject(subject), new Date())).entries.slice(seq);
  if (!entry) return seq;
  for (const { runs } of CONSUMERS.filter(({ types }) => types.includes(entry.type))) {
    yield { name: `${runs}: after ${about(entry)}`, run: () => tellConsumer(runs, entry), isAwaited: false };
  }
  yield { name: `sequencer: after ${about(entry)}`, run: () => tellSequencer(entry), isAwaited: false };
  return yield* consequences(subject, seq + 1);
}

function about(entry: Entry): string {
  const { mail } = factsOf(entry);
  return mail ? `${entry.type} of the ${mail} mail` : entry.type;
}

async function runAll(operations: Operations<unknown>): Promise<void> {
  for await (const { run } of operations) await run();
}
