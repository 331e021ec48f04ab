import { useDesk } from '../context';
import { PERIODS } from '../counts/periods';
import type { JournalWords } from '../pages/journal';
import { DONE, nameOf, type Journal } from './steps';

/** As the address of the page says it; empty for all. */
export interface Chosen {
  readonly period: (typeof PERIODS)[number];
  readonly who: string;
  readonly what: string;
  readonly person: string;
}

interface FiltersProps {
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Record<keyof Chosen, string>>) => void;
  /** Who did something in that time. */
  readonly operators: NonNullable<Journal['operators']>;
  readonly own: JournalWords;
}

/** When, who and what: applied at once. */
export function Filters({ chosen, choose, operators, own }: FiltersProps) {
  const { words, me } = useDesk();
  const { period, who, what, person } = chosen;
  const seen = new Map(operators.map((one) => [one.id, one.name ?? one.id]));
  const { id, name = id } = me.operator;
  const people = new Map([...(who === '' ? [] : [[who, who] as const]), ...seen, [id, own.myself(name)]]);
  return (
    <div class="row no-print">
      <label>
        {own.period}{' '}
        <select value={period} onChange={({ currentTarget }) => choose({ period: currentTarget.value })}>
          {PERIODS.map((one) => (
            <option value={one}>{own.periods[one]}</option>
          ))}
        </select>
      </label>
      <label>
        {own.who}{' '}
        <select value={who} onChange={({ currentTarget }) => choose({ who: currentTarget.value })}>
          <option value="">{own.everybody}</option>
          {[...people].map(([one, called]) => (
            <option value={one}>{called}</option>
          ))}
        </select>
      </label>
      <label>
        {own.what}{' '}
        <select value={what} onChange={({ currentTarget }) => choose({ what: currentTarget.value })}>
          <option value="">{own.everything}</option>
          {DONE.map((type) => (
            <option value={type}>{nameOf({ type }, words)}</option>
          ))}
        </select>
      </label>
      {person !== '' && <span>{own.person(person)}</span>}
      {(who !== '' || what !== '' || person !== '') && (
        <button type="button" class="quiet" onClick={() => choose({ who: '', what: '', person: '' })}>
          {own.clear}
        </button>
      )}
    </div>
  );
}
