import { deskRequestsIn } from '../../shared/words/desk-requests';
import type { PersonFile } from '../api';
import { may, useDesk, type Grant } from '../context';
import { wishesOf } from '../letter/said';
import { useOwnWords } from '../own-words';
import { LetterLink } from './letter-link';

interface LetterWishesProps {
  readonly grant: Grant;
  readonly id: string;
  readonly file: PersonFile | undefined;
  /** What is done as one of them is pressed. */
  readonly press: () => void;
}

/** From the person to the answer of their letter: whoever knows what it says begins with that. */
export function LetterWishes({ grant, id, file, press }: LetterWishesProps) {
  const { words } = useDesk();
  const own = useOwnWords(deskRequestsIn);
  if (!may(grant, 'evidence:write')) return null;
  return (
    <nav class="no-print" aria-label={words.letter}>
      <LetterLink {...{ grant, id, press }} />
      {own && (
        <ul class="wishes">
          {wishesOf(file, true).map((wish) => (
            <li>
              <a href={`/console/${grant.site}/person/${id}/letter?wish=${wish}`} onClick={press}>
                {own.wishes[wish]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}
