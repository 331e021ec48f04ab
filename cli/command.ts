import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Problem } from '../clients/typescript/src/index';
import { isSubjectId } from '../shared/ids';
import { visible } from '../shared/verify/visible';
import { CommandError, failureOutside } from './command-error';
import { helpOf, synopsisOf } from './help';
import { print, tell } from './print';
import type { Option, Options, Spec, Values } from './spec';

/** Does its work with the arguments; gives the exit code. */
export type Command = (args: string[]) => Promise<number>;

/** The exit code where the system refuses what it is asked. */
const REFUSED = 1;

/**
 * Makes a command of what it declares: its help, its checks and its exit codes.
 *
 * The command throws {@link CommandError} where it is not given what it needs, or cannot do its work.
 */
export function command<const O extends Options>(spec: Spec<O>): Command {
  return async (args) => {
    const { values, positionals } = read(spec, args);
    if (values['help'] === true) {
      print(helpOf(spec));
      return 0;
    }
    check(spec, values, positionals);
    try {
      return (await spec.run(values as Values<O>, positionals)) ?? 0;
    } catch (error) {
      if (error instanceof Problem) return refused(error);
      const failure = failureOutside(error, values['url'] as string | undefined);
      throw failure === undefined ? error : new CommandError(failure);
    }
  };
}

type Given = Readonly<Record<string, unknown>>;

function read<O extends Options>(spec: Spec<O>, args: string[]): { values: Given; positionals: string[] } {
  const options = Object.entries(spec.options).map(([name, option]) => [name, settingsOf(option)] as const);
  try {
    return parseArgs({
      args: withIdsAsValues(spec, args),
      options: { ...Object.fromEntries(options), help: { type: 'boolean' } },
      allowPositionals: spec.operands !== undefined,
    });
  } catch (error) {
    throw wrongCall(spec, (error as Error).message);
  }
}

/**
 * Ids of subjects, records and cases are base64url and may begin with a dash, as one of 64 does: such a word is a value, not an
 * option. It is put where parseArgs takes it for one.
 */
function withIdsAsValues<O extends Options>({ options }: Spec<O>, args: readonly string[]): string[] {
  const words: string[] = [];
  const operands: string[] = [];
  for (const word of args) {
    const before = words.at(-1);
    const isValue = word.startsWith('-') && isSubjectId(word) && !(word.slice(2) in options);
    if (!isValue || words.includes('--')) words.push(word);
    else if (before?.startsWith('--') && options[before.slice(2)]?.takes) words.push(`${words.pop()}=${word}`);
    else operands.push(word);
  }
  return operands.length > 0 ? [...words, '--', ...operands] : words;
}

type Settings = NonNullable<ParseArgsConfig['options']>[string];

function settingsOf({ takes, default: given, isList }: Option): Settings {
  if (takes === undefined) return { type: 'boolean', default: false };
  if (isList) return { type: 'string', multiple: true, default: [] };
  return { type: 'string', ...(given !== undefined && { default: given }) };
}

/** @throws {CommandError} where something is missing, or is none of what it can be */
function check<O extends Options>(spec: Spec<O>, values: Given, { length }: readonly string[]): void {
  const { operands, options } = spec;
  if (operands && (length < operands.least || length > operands.most)) throw wrongCall(spec, operands.ask);
  const missing = Object.keys(options).filter((name) => options[name]?.isNeeded && !values[name]);
  const names = new Intl.ListFormat('en-GB').format(missing.map((name) => `--${name}`));
  if (missing.length > 0) throw wrongCall(spec, `${names} ${missing.length === 1 ? 'is' : 'are'} needed.`);
  for (const [name, { oneOf, takes }] of Object.entries(options)) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const isFine = oneOf ? oneOf.includes(value) : takes !== 'URL' || URL.canParse(value);
    if (!isFine) throw wrongCall(spec, `--${name} takes ${oneOf?.join(' or ') ?? 'an address'}, not "${value}".`);
  }
}

function wrongCall<O extends Options>(spec: Spec<O>, message: string): CommandError {
  return new CommandError(`${message}\n\n${synopsisOf(spec)}\n\n--help says more.`);
}

/** Says why the system refused; gives the exit code. */
function refused({ status, detail, errors }: Problem): number {
  const members = errors.map((error) => `${visible(`  ${error.pointer}: ${error.detail}`)}\n`);
  tell(`Refused with ${status}: ${visible(detail)}\n${members.join('')}`);
  return REFUSED;
}
