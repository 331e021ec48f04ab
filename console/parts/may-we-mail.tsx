import { readableDay } from '../../shared/words/times';
import type { Person } from '../api';
import { useDesk } from '../context';

type Purpose = Person['purposes'][number];

interface MayWeMailProps {
  readonly person: Person;
  readonly names: ReadonlyMap<string, string>;
}

/** For each purpose whether we may mail, and why. */
export function MayWeMail({ person, names }: MayWeMailProps) {
  const { words } = useDesk();
  const said = words.person;
  return (
    <section aria-labelledby="may">
      <h2 id="may">{said.mayWeMail}</h2>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{said.purpose}</th>
            <th scope="col">{said.answer}</th>
            <th scope="col">{said.why}</th>
            <th scope="col">{said.basis}</th>
          </tr>
        </thead>
        <tbody>
          {person.purposes.map((purpose) => (
            <Row purpose={purpose} name={names.get(purpose.id) ?? purpose.id} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ purpose, name }: { readonly purpose: Purpose; readonly name: string }) {
  const { words, language } = useDesk();
  const { person: said, standing } = words;
  const { allowed, because, state, status, since } = purpose;
  // Mail that a contract needs is allowed, though nobody reported one.
  const isUnrecorded = status === undefined && state === 'in-force';
  const inForce = isUnrecorded ? said.unrecorded : standing.states[state];
  const why = because === undefined ? inForce : standing.because[because];
  // Never by colour alone: the word says it, too.
  const [kind, answer] = allowed
    ? isUnrecorded
      ? ['open', said.ifContract]
      : ['good', said.yes]
    : state === 'pending'
      ? ['open', said.pendingAnswer]
      : ['ended', said.no];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={said.answer}>
        <span class={`state ${kind}`}>{answer}</span>
      </td>
      <td data-label={said.why}>
        {why}
        {since !== undefined && <span class="soft"> ({readableDay(new Date(since), language)})</span>}
      </td>
      <td data-label={said.basis}>{words.legalBases[purpose.legalBasis].name}</td>
    </tr>
  );
}
