import { CORPUS, outcomeOf, type Labelled } from '../../test/inbox/corpus';
import type { Table } from '../table';

/** Of the corpus of labelled mails, how many are carried out as they were meant; the test says that none is carried out wrongly. */
export function inbox(): Promise<Table[]> {
  const kinds: readonly (readonly [string, Labelled['wish']])[] = [
    ['withdrawals', 'withdrawal'],
    ['objections', 'objection'],
    ['near misses', undefined],
  ];
  const rows = kinds.map(([name, wish]) => {
    const outcomes = CORPUS.filter((mail) => mail.wish === wish).map(outcomeOf);
    const count = (outcome: string): number => outcomes.filter((each) => each === outcome).length;
    return [name, outcomes.length, count('right'), count('case'), count('wrong')];
  });
  const columns = ['mails', 'all', 'right', 'case', 'wrong'];
  return Promise.resolve([{ title: 'What mails say', note: 'A case is read by a person.', columns, rows }]);
}
