import { Problem } from '../clients/typescript/src/index';
import type { SubjectAction } from '../shared/http/subject-steps';
import { command } from './command';
import { CommandError } from './command-error';
import { SITE, SYSTEM, tokenNote, IN_PROOF } from './options';
import { printJson } from './print';
import { ledgerOf } from './system';

/** Action -> the client's method for it. */
const METHODS = {
  withdrawals: 'withdraw',
  objections: 'object',
  weighings: 'weigh',
  restrictions: 'restrict',
  holds: 'hold',
  erasures: 'erase',
  rectifications: 'rectify',
} as const satisfies Readonly<Record<SubjectAction, string>>;

const ASK = `Say one of ${Object.keys(METHODS).join(', ')}.`;

export const subjects = command({
  name: 'subjects',
  about: `Does something about a person, mostly because they asked for it. Each becomes part of the person's record, with the operator
and the reason, and repeated does nothing. Prints what was done, and what holds for the person now, as JSON.

  withdrawals      take back consent in the person's name: all, or --purposes
  objections       no more mail, and none begins: for all purposes, or --purposes (Art. 21 GDPR)
  weighings        an objection for reasons of one's own situation (Art. 21(1)): no mail while it is weighed; --decision ends that, and
                   the person is told, with your --reason
  restrictions     keep what there is, and use it for nothing (Art. 18)
  holds            keep what there is for a dispute: --label and --review-by
  erasures         end what is personal (Art. 17); what has to be kept is restricted instead, and the answer says until when
  rectifications   correct --field, or the address: --new-email (Art. 16)`,
  operands: { names: 'ACTION', least: 1, most: 1, ask: ASK },
  options: {
    site: SITE,
    email: { takes: 'ADDRESS', says: "the person's address" },
    id: { takes: 'ID', says: 'or the id that lists name them by' },
    reason: {
      takes: 'TEXT',
      says: `why, without naming anybody, e.g. "letter of 20 November 2026"; ${IN_PROOF}`,
      isNeeded: true,
    },
    via: {
      takes: 'WAY',
      says: 'how the person asked: e-mail, letter, phone, in-person (needed for withdrawals and objections)',
    },
    'received-on': { takes: 'DAY', says: 'when, e.g. 2026-11-20 (needed along with it)' },
    purposes: { takes: 'A,B', says: 'only these' },
    decision: { takes: 'DECISION', says: 'what came of the weighing: upheld or refused', oneOf: ['upheld', 'refused'] },
    lift: { says: 'end a restriction, or the hold of that --label or --case' },
    'informed-on': {
      takes: 'DAY',
      says: 'when you told the person that the restriction ends (or --via, where they asked)',
    },
    label: { takes: 'NAME', says: `what you call the dispute, e.g. "12 O 345/26"; ${IN_PROOF}` },
    case: { takes: 'ID', says: 'or the id of a hold that there is, as any order answers it' },
    'review-by': { takes: 'DAY', says: 'by when an operator has to check whether the hold is still needed' },
    'despite-duty': { says: 'erase although proof has to be kept: the controller does not need it' },
    suppress: { says: 'leave a mark, so that no import brings the person back' },
    field: { takes: 'ID=TEXT', says: 'what is right; without TEXT the person has none', isList: true },
    'new-email': {
      takes: 'ADDRESS',
      says: 'the address as it is spelt, or another one, which is asked by mail to confirm',
    },
    'dry-run': { says: 'only say what would be done, and the head of the history that it was seen in' },
    expects: {
      takes: 'HEAD',
      says: 'the head that the dry run said (none for null): nothing is done if anything moved since',
    },
    url: SYSTEM,
  },
  notes: tokenNote('evidence:write'),
  exits: { 0: 'done', 1: 'refused' },
  run: async ({ site, url, purposes, field, expects, ...rest }, [action = '']) => {
    if (!Object.hasOwn(METHODS, action)) throw new CommandError(`${ASK} --help says more.`);
    const said = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
    const order = {
      ...Object.fromEntries(said.map(([name, value]) => [inCamelCase(name), value])),
      ...(purposes !== undefined && { purposes: purposes.split(',') }),
      ...(field.length > 0 && { fields: fieldsOf(field) }),
      ...(expects !== undefined && { expects: expects === 'none' ? null : expects }),
    };
    // The system names the options that an action lacks or does not take.
    const { subjects: orders } = ledgerOf({ site, url }, 'evidence:write');
    printJson(await orders[METHODS[action as SubjectAction]](order as never).catch(showPreview));
  },
});

/** What would be done now is printed where a preview would be; that nothing was done is said as any refusal is. */
function showPreview(error: unknown): never {
  if (error instanceof Problem && error.code === 'changed-meanwhile') printJson(error.members['preview']);
  throw error;
}

const inCamelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function fieldsOf(given: readonly string[]): Record<string, string> {
  const pairs = given.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) throw new CommandError('--field takes ID=TEXT, such as --field "firstName=Erika".');
    return [text.slice(0, at), text.slice(at + 1)] as const;
  });
  return Object.fromEntries(pairs);
}
