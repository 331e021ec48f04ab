import { readableDate } from '../../shared/words/times';
import type { Request } from '../api';
import { useDesk } from '../context';
import { Day } from './fields';
import type { RequestWords } from './preview';
import { DISPUTED, isPast, today, type Said } from './said';

interface WaitingProps {
  readonly own: RequestWords;
  readonly said: Said;
  readonly change: (change: Partial<Said>) => void;
  /** What the person has no answer to yet, or the request that is answered here. */
  readonly waiting: readonly Request[];
}

/** Whether somebody has to be answered because of a dispute, and by when. */
export function Waiting({ own, said, change, waiting }: WaitingProps) {
  const { language } = useDesk();
  const { wishes, list, facts } = own;
  const words: Readonly<Record<string, string>> = wishes;
  const due = (day: string): string => `${facts.due} ${readableDate(day, language)}`;
  const received = isPast(said.receivedOn) ? said.receivedOn : today();
  const isNew = DISPUTED.some((one) => one === said.waiting);
  return (
    <>
      <p>
        <label>
          {own.page.waiting}{' '}
          <select value={said.waiting} onChange={({ currentTarget }) => change({ waiting: currentTarget.value })}>
            {waiting.map((one) => (
              <option value={one.case}>{`${words[one.wish ?? ''] ?? list.mail}, ${due(one.due)}`}</option>
            ))}
            {DISPUTED.map((wish) => (
              <option value={wish}>{own.page.newRequest(wishes[wish])}</option>
            ))}
            <option value="nobody">{own.page.nobodyWaits}</option>
          </select>
        </label>
      </p>
      {isNew && (
        <>
          <Day name={own.page.received} day={received} set={(receivedOn) => change({ receivedOn })} />
          <p class="soft">{own.page.receivedHint}</p>
        </>
      )}
    </>
  );
}
