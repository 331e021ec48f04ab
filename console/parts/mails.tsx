import { shortTime } from '../../shared/words/times';
import type { Person } from '../api';
import { useDesk } from '../context';

/** What the system itself sent to the person lately: often the answer to "I never got anything". */
export function Mails({ mails }: { readonly mails: Person['mails'] }) {
  const { words, language } = useDesk();
  const said = words.mails;
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{said.title}</h2>
      {mails.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ul>
          {mails.map(({ kind, at, cameBack }) => (
            <li>
              {shortTime(at, language)}: {said.kinds[kind]}
              {cameBack && <strong> – {said.cameBack}</strong>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
