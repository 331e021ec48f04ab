import { shortTime } from '../../shared/words/times';
import { useDesk, type Grant } from '../context';
import type { JournalWords } from '../pages/journal';
import { nameOf, type JournalStep } from './steps';

interface RowsProps {
  readonly grant: Grant;
  readonly steps: readonly JournalStep[];
  readonly own: JournalWords;
}

/** What was done, the latest first. */
export function Rows({ grant, steps, own }: RowsProps) {
  const { when, who, what, why, person } = own.columns;
  return (
    <section>
      <table class="stacked">
        <caption class="hidden">{own.title(grant.name)}</caption>
        <thead>
          <tr>
            {[when, who, what, why, person].map((heading) => (
              <th scope="col">{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row {...{ grant, step, own }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ grant, step, own }: Pick<RowsProps, 'grant' | 'own'> & { readonly step: JournalStep }) {
  const { words, language } = useDesk();
  const { at, operator, name, client, person, known, case: request, reason } = step;
  const { columns } = own;
  const page = `/console/${grant.site}/person/${person}`;
  return (
    <tr>
      <td data-label={columns.when}>{shortTime(at, language)}</td>
      <td data-label={columns.who}>{name ?? (client === undefined ? operator : `${operator} ${own.by(client)}`)}</td>
      <td data-label={columns.what}>{nameOf(step, words)}</td>
      <td data-label={columns.why}>{reason}</td>
      <td data-label={columns.person}>
        {known ? (
          <a href={page}>
            <code>{person}</code>
          </a>
        ) : (
          <>
            <code>{person}</code> <span class="soft">({own.gone})</span>
          </>
        )}
        {known && request !== undefined && (
          <>
            {' '}
            <a href={`${page}/request/${request}`}>{own.request}</a>
          </>
        )}
      </td>
    </tr>
  );
}
