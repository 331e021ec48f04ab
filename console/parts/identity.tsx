import { readableDate, readableDay, shortTime } from '../../shared/words/times';
import type { Person, PersonFile } from '../api';
import { useDesk } from '../context';

interface IdentityProps {
  readonly person: Person;
  readonly file: PersonFile | undefined;
  readonly asOf: string;
}

/** What tells two people apart. */
export function Identity({ person, file, asOf }: IdentityProps) {
  const { words, language } = useDesk();
  const first = file?.timeline[0];
  const parts = [
    ...Object.values(person.fields ?? {}),
    person.language?.toUpperCase(),
    first && words.person.since(readableDay(new Date(first.at), language)),
  ];
  return (
    <p class="identity">
      {parts.filter((part) => part !== undefined && part !== '').join(' · ')}
      <span class="soft">
        {words.person.copyId} <code>{person.id}</code> · {words.person.asOf(shortTime(asOf, language))}
      </span>
    </p>
  );
}

/** Whether there is mail for them besides what a contract needs: what they agreed to since is not restricted. */
const isMailed = ({ purposes }: Person): boolean =>
  purposes.some(({ allowed, legalBasis }) => allowed && legalBasis !== 'contract');

/** What holds for the person as a whole, whatever they agreed to. */
export function Obstacles({ person, file }: { readonly person: Person; readonly file: PersonFile | undefined }) {
  const { words, language } = useDesk();
  const said = words.person;
  const lines = [
    file?.erasedAt && said.erased(readableDay(new Date(file.erasedAt), language)),
    file?.suppressed === true && said.suppressed,
    person.restrictedSince &&
      (isMailed(person) ? '' : `${said.notMailed} `) +
        said.restricted(readableDay(new Date(person.restrictedSince), language)),
    person.undeliverableSince && said.undeliverable(readableDay(new Date(person.undeliverableSince), language)),
    (file?.weighed.length ?? 0) > 0 && said.weighed,
    ...(file?.holds ?? []).map((hold) => said.held(hold.label ?? hold.case, readableDate(hold.reviewBy, language))),
  ].filter((line): line is string => typeof line === 'string' && line !== '');
  if (lines.length === 0) return null;
  return (
    <ul class="notice">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
