import { Problem } from '../../clients/typescript/src/problem.ts';
import { useDesk, type Words } from '../context';

/** What went wrong, in a sentence that says what to do, and a button that tries again. */
export function Trouble({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const { words } = useDesk();
  return (
    <div class="trouble" role="alert">
      <p>
        <strong>{words.trouble.title}.</strong> {sentence(error, words)}
      </p>
      {again && (
        <button type="button" class="quiet" onClick={again}>
          {words.trouble.again}
        </button>
      )}
    </div>
  );
}

function sentence(error: unknown, { trouble }: Words): string {
  if (!(error instanceof Problem)) return trouble.network;
  if (error.status === 403) return trouble.forbidden;
  if (error.status === 429) return trouble.busy;
  const details = error.errors.map(({ detail }) => detail);
  return details.length > 0 ? details.join(' ') : error.detail || trouble.unknown(error.code);
}
