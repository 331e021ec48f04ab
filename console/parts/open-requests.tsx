import { deskRequestsIn } from '../../shared/words/desk-requests';
import { readableDate } from '../../shared/words/times';
import type { Request } from '../api';
import { useDesk, type Grant } from '../context';
import { dueIn } from '../letter/due';
import { useOwnWords } from '../own-words';

interface OpenRequestsProps {
  readonly grant: Grant;
  readonly requests: readonly Request[];
}

/** What the person wants and has no answer to yet: whoever looks them up sees it. */
export function OpenRequests({ grant, requests }: OpenRequestsProps) {
  const { language } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  const open = requests.filter(({ closedAt }) => closedAt === undefined);
  if (!own || open.length === 0) return null;
  const wishes: Readonly<Record<string, string>> = own.wishes;
  return (
    <ul class="notice">
      {open.map(({ case: id, id: person, wish, due }) => (
        <li>
          <a href={`/console/${grant.site}/person/${person}/request/${id}`}>
            {wish === undefined ? own.list.mail : (wishes[wish] ?? wish)}
          </a>
          {`: ${own.facts.due} ${readableDate(due, language)} (${dueIn(due, language)})`}
        </li>
      ))}
    </ul>
  );
}
