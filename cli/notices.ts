import { ledger } from '../functions/deps/tables';
import { command } from './command';
import { countWordings, type WordingCount } from './notices/run';
import { LOCAL_STACK, SITE } from './options';
import { print, tell } from './print';
import { enterTarget } from './tables/target';

export const notices = command({
  name: 'notices',
  about: `How many people consented to a purpose by which version of its wording, and for how many of them it is in force. Reads the
deployment that LEDGER_TABLE names, with the credentials of the environment; without it, the local stack.`,
  options: {
    site: SITE,
    purpose: { takes: 'PURPOSE', says: "the purpose's id", isNeeded: true },
    version: { takes: 'VERSION', says: 'this version alone' },
    subjects: { says: "the people's ids, too" },
    url: LOCAL_STACK,
  },
  exits: { 0: 'written' },
  run: async ({ site, purpose, version, subjects, url }) => {
    const { now } = await enterTarget(url, ['LEDGER_TABLE']);
    const counts = await countWordings(ledger(), site, purpose, now());
    const wanted = counts.filter((count) => version === undefined || count.version === version);
    print(wanted.map((count) => textOf(count, subjects)).join(''));
    if (wanted.length === 0) tell('Nobody consented to that.\n');
  },
});

function textOf({ version, language, hash, people, inForce, subjects }: WordingCount, withSubjects: boolean): string {
  const line = `version ${version}  ${language}  ${hash}  people ${people}  in force ${inForce}\n`;
  return line + (withSubjects ? subjects.map((subject) => `  ${subject}\n`).join('') : '');
}
