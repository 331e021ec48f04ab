import { Problem } from '../../clients/typescript/src/problem.ts';
import type { DeskProblem } from '../../shared/http/describe/problems';
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

/** A refusal in the words of the page. What the server says of a single field it says in English. */
function sentence(error: unknown, { trouble, problems }: Words): string {
  if (!(error instanceof Problem)) return trouble.network;
  if (error.status === 429) return trouble.busy;
  const all: Readonly<Record<DeskProblem, string>> = problems;
  const known: Readonly<Record<string, string>> = all;
  // The gateway's own refusal has another code.
  const key = error.status === 403 ? '403 grant' : `${error.status} ${error.code}`;
  const said = known[key] ?? (error.detail || trouble.unknown(error.code));
  return [said, ...error.errors.map(({ detail }) => detail)].join(' ');
}
