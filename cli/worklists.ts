import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

const LEFT = 1;

export const worklists = command({
  name: 'worklists',
  about: `How much there is to do at a site, list by list: how many wait, how many of them are overdue, and the next day of the others.
The lists themselves: cases, review, deliveries, deletions.`,
  options: { site: SITE, url: SYSTEM },
  notes: tokenNote('evidence:read'),
  exits: { 0: 'nothing is overdue', 1: 'something is, or refused' },
  run: async (where) => {
    const { lists } = await ledgerOf(where, 'evidence:read').worklists();
    for (const { list, open, overdue, nextDue, areMore } of lists) {
      const late = overdue > 0 ? `, ${overdue.toLocaleString('en')} overdue` : '';
      const next = nextDue === undefined ? '' : `, next by ${nextDue}`;
      print(`${list}: ${open.toLocaleString('en')}${areMore ? '+' : ''}${late}${next}\n`);
    }
    return lists.some(({ overdue }) => overdue > 0) ? LEFT : 0;
  },
});
