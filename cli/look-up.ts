import { text } from 'node:stream/consumers';
import type { Schemas } from '../clients/typescript/src/index';
import { dayOf } from '../shared/calendar';
import { standingIn } from '../shared/words/standing';
import type { Language } from '../shared/words/languages';
import { visible } from '../shared/verify/visible';
import { command } from './command';
import { CommandError } from './command-error';
import { LANGUAGE, SITE, SYSTEM, tokenNote } from './options';
import { print, printJson } from './print';
import { ledgerOf } from './system';

const UNKNOWN = 1;

export const lookUp = command({
  name: 'look-up',
  usage: ['--site SITE (--email-stdin | --id ID) [options]'],
  about: `How somebody stands with each purpose, and why they may not be mailed. Reads no evidence and writes nothing into anybody's
history. The address is read from standard input, so that it stays out of the shell's history:

  npm run cli -- look-up --site demo --email-stdin <<< erika@example.org`,
  options: {
    site: SITE,
    'email-stdin': { says: 'the address is the first line of standard input' },
    id: { takes: 'ID', says: 'or the person by the id that lists name them by' },
    language: { ...LANGUAGE, says: 'of what is printed', default: 'en' },
    json: { says: 'everything that there is, as JSON' },
    url: SYSTEM,
  },
  notes: `${tokenNote('person:read')} With evidence:read, --json has everything that happened, too.`,
  exits: { 0: 'known', 1: 'unknown, or refused' },
  run: async ({ 'email-stdin': fromInput, id, language, json, ...where }) => {
    if (fromInput === (id !== undefined)) throw new CommandError('Say either --email-stdin or --id.');
    const person = id === undefined ? { email: await readEmail() } : { id };
    const found = await ledgerOf(where, 'person:read').subjects.lookUp(person);
    if (json) printJson(found);
    else
      print(
        linesOf(found, language)
          .map((line) => `${visible(line)}\n`)
          .join(''),
      );
    return found.known ? 0 : UNKNOWN;
  },
});

/** The first line of standard input. */
export async function readEmail(): Promise<string> {
  return (await text(process.stdin)).split('\n')[0]?.trim() ?? '';
}

function linesOf({ person, domainMeant }: Schemas['LookUp'], language: Language): string[] {
  const { states, because, nobody, meant } = standingIn(language);
  if (!person) return [nobody, ...(domainMeant === undefined ? [] : [meant(domainMeant)])];
  const lines = person.purposes.map((purpose) => {
    const since = purpose.since === undefined ? '' : ` (${dayOf(new Date(purpose.since))})`;
    const why = purpose.because === undefined ? '' : `: ${because[purpose.because]}`;
    return `${purpose.allowed ? '+' : '-'} ${purpose.id}: ${states[purpose.state]}${since}${why}`;
  });
  return [`${person.id}${person.email === undefined ? '' : ` ${person.shown ?? person.email}`}`, ...lines];
}
