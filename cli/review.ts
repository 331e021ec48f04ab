import type { Ledger } from '../clients/typescript/src/index';
import { command } from './command';
import { CommandError } from './command-error';
import { isDryRun, SITE, stateOf, SYSTEM, IN_PROOF } from './options';
import { print, printJson, tell } from './print';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { decideAll, previewAll, tokenOf, type Choice, type Deciding, type Ruling } from './review/decide';
import { ledgerOf } from './system';
import type { Values } from './spec';

const LEFT = 1;

const ASK = 'Say one of list, keep, let-go.';

const OPTIONS = {
  site: SITE,
  subject: {
    takes: 'ID',
    says: 'a person, as the list names them; several times for several (keep, let-go)',
    isList: true,
  },
  what: {
    takes: 'WHAT',
    says: 'what of these people: unused, hold (with --case) or restriction',
    oneOf: ['unused', 'hold', 'restriction'],
    default: 'unused',
  },
  'unused-before': { takes: 'DAY', says: 'or all of whom nothing was heard since before that day' },
  case: { takes: 'ID', says: 'the hold; without --subject that of everybody who has it, as with an incident' },
  reason: { takes: 'TEXT', says: `why, without naming anybody, e.g. "yearly review: bought in spring"; ${IN_PROOF}` },
  'review-by': { takes: 'DAY', says: 'by when somebody looks again (keep, of a hold or a restriction)' },
  'informed-on': { takes: 'DAY', says: 'when you told the person that the restriction ends (let-go)' },
  all: { says: 'also what has to be looked at on a day to come (list)' },
  'dry-run': { says: 'only say what would be done, and by which word it can be bound' },
  apply: { says: 'do it' },
  expects: { takes: 'WORD', says: 'what the dry run said: nothing is done if anything moved since' },
  url: SYSTEM,
  state: stateOf('review'),
} as const;

type Given = Values<typeof OPTIONS>;

export const review = command({
  name: 'review',
  usage: [
    'list --site SITE [--all]',
    'keep --site SITE (--subject ID [--what WHAT] | --unused-before DAY | --case ID) --reason TEXT (--dry-run | --apply)',
    'let-go --site SITE (--subject ID [--what WHAT] | --unused-before DAY | --case ID) --reason TEXT (--dry-run | --apply)',
  ],
  about: `What operators have to decide about: consents that a regular review of the site (retention.review) found unused, which go on
their day unless somebody decides; holds and restrictions whose day of review has come, which no day ends; and objections that
are weighed, whose answer is due: "subjects weighings --decision" gives it.

  list             one line of JSON for each item, with the person's id and no address. "evidence --id" shows who it is about
  keep             keep it, with a reason: consents until the next round, a hold or a restriction until --review-by
  let-go           let it go: the consents end, the hold or the restriction is lifted

Each decision becomes part of the person's record, with the operator of the token and the reason. Interrupted, the same command
does the rest; with --expects by a file of what is left of the preview (--state).`,
  operands: { names: 'ACTION', least: 1, most: 1, ask: ASK },
  options: OPTIONS,
  notes: `The access token is read from the environment variable CONSENT_TOKEN; its scope has to be evidence:read, and to decide
anything evidence:write.`,
  exits: { 0: 'done, or nothing has to be decided now', 1: 'something has, or refused' },
  run: (given, [action]) => {
    if (action === 'list') return list(ledgerOf(given, 'evidence:read'), given);
    if (action === 'keep' || action === 'let-go') return decide(ledgerOf(given, 'evidence:write'), action, given);
    throw new CommandError(`${ASK} --help says more.`);
  },
});

async function list(ledger: Ledger, { all }: Given): Promise<number> {
  let [count, cursor]: [number, string | undefined] = [0, undefined];
  do {
    const page: Awaited<ReturnType<Ledger['reviews']>> = await ledger.reviews(cursor);
    const due = page.waiting.filter(({ isDue }) => isDue);
    for (const item of all ? page.waiting : due) printJson(item, 'one');
    count += due.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  tell(count === 0 ? 'Nothing has to be decided now.\n' : `${count.toLocaleString('en')} to be decided.\n`);
  return count === 0 ? 0 : LEFT;
}

async function decide(ledger: Ledger, decision: 'keep' | 'let-go', given: Given): Promise<void> {
  const isDry = isDryRun(given);
  const { reason, 'review-by': reviewBy, 'informed-on': informedOn, expects } = given;
  if (reason === undefined) throw new CommandError('--reason is needed: why, without naming anybody.');
  const said = { ...(reviewBy !== undefined && { reviewBy }), ...(informedOn !== undefined && { informedOn }) };
  const order = { decision, reason, ...said };
  if (isDry) {
    const preview = await previewAll(ledger, order, choiceOf(given));
    for (const one of preview) printJson(one, 'one');
    const word = tokenOf(order, preview);
    print(`would be decided: ${preview.length.toLocaleString('en')}; to do just this: --apply --expects ${word}\n`);
    return;
  }
  const { left, done, changed } =
    expects === undefined
      ? await decideAll(ledger, order, { ...NONE, left: await previewAll(ledger, order, choiceOf(given)) })
      : await decideBound(ledger, order, given, expects);
  const meanwhile = changed > 0 ? `, changed meanwhile and left: ${changed.toLocaleString('en')}` : '';
  print(`decided: ${done.toLocaleString('en')}${meanwhile}\n`);
  if (left.length > 0)
    throw new CommandError(`Something moved since; left: ${left.length.toLocaleString('en')}. Do the dry run again.`);
}

const NONE = { left: [], done: 0, changed: 0 };

/**
 * What is decided moves the word, so whoever goes on after an interruption goes by what was left of the preview that it named.
 *
 * @throws {CommandError} where it is not what the dry run said
 */
function decideBound(ledger: Ledger, order: Ruling, given: Given, word: string): Promise<Deciding> {
  const ruling = [order.decision, order.reviewBy, order.informedOn, order.reason].filter(Boolean).join(', ');
  const state = new StateFile<Deciding>(given.state, {
    what: 'a review',
    of: `${given.site} by ${word} (${ruling})`,
  });
  return resumable(state, async ({ begun, reached }) => {
    if (begun) return decideAll(ledger, order, begun, reached);
    const left = await previewAll(ledger, order, choiceOf(given));
    if (word === tokenOf(order, left)) return decideAll(ledger, order, { ...NONE, left }, reached);
    throw new CommandError(
      'Something moved since the dry run; nothing was done. Do the dry run again, and look at it.',
    );
  });
}

/** Which items are meant. */
function choiceOf({ subject, what, case: id, 'unused-before': unusedBefore }: Given): Choice {
  if (subject.length > 0) {
    return { items: subject.map((one) => ({ id: one, what, ...(id !== undefined && { case: id }) })) };
  }
  if (id !== undefined) return { group: { case: id } };
  if (unusedBefore !== undefined) return { group: { unusedBefore } };
  throw new CommandError('Say whom: --subject, --unused-before or --case.');
}
