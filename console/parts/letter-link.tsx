import { may, useDesk, type Grant } from '../context';

interface LetterLinkProps {
  readonly grant: Grant;
  /** Who wrote; undefined where nothing is known of them. */
  readonly id?: string;
  /** What is done as it is pressed. */
  readonly press?: () => void;
}

/** From here a letter is answered, by whoever may. */
export function LetterLink({ grant, id, press }: LetterLinkProps) {
  const { words } = useDesk();
  if (!may(grant, 'evidence:write')) return null;
  const person = id === undefined ? '' : `/person/${id}`;
  return (
    <p class="no-print">
      <a class="button" href={`/console/${grant.site}${person}/letter`} onClick={press}>
        {words.letter}
      </a>
    </p>
  );
}
