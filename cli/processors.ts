import { troubleIn } from '../shared/tool-trouble';
import { toolTroubleIn } from '../shared/words/tool-trouble';
import { command } from './command';
import { LANGUAGE, SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

const LEFT = 1;

export const processors = command({
  name: 'processors',
  about: `Whether those who get data of a site know what they have to, why not, and what to do. What exactly could not be told, and
another try: deliveries.`,
  options: { site: SITE, language: { ...LANGUAGE, says: 'of what is printed', default: 'en' }, url: SYSTEM },
  notes: tokenNote('person:read'),
  exits: { 0: 'all are in step', 1: 'one is not, or refused' },
  run: async ({ language, ...where }) => {
    const { processors: all } = await ledgerOf(where, 'person:read').processors();
    const words = toolTroubleIn(language);
    for (const { id, name, state, failures } of all) {
      print(`${id} (${name}): ${words.states[state]}\n`);
      for (const failure of failures) print(`  ${failure.count} x ${troubleIn(words, failure).join(' ')}\n`);
    }
    return all.some(({ state }) => state === 'failed' || state === 'stopped') ? LEFT : 0;
  },
});
