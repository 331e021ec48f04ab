import { useState } from 'preact/hooks';
import type { FilePart } from '../../clients/typescript/src/caller.ts';
import type { JournalWords } from '../pages/journal';
import { Trouble } from '../parts/trouble';
import { streamFile, TooLarge } from '../stream-file';

type State =
  | { readonly is: 'ready' | 'under-way' | 'too-large' }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'trouble'; readonly error: unknown };

interface SavingProps {
  readonly first: () => Promise<FilePart>;
  readonly next: (query: Readonly<Record<string, string>>) => Promise<FilePart>;
  readonly own: JournalWords;
}

/** The page on paper; and all that was chosen, for a spreadsheet. */
export function Saving({ first, next, own }: SavingProps) {
  const [state, setState] = useState<State>({ is: 'ready' });
  const get = (): void => {
    setState({ is: 'under-way' });
    streamFile({
      type: 'text/csv;charset=utf-8',
      first,
      next,
      trim: (bytes) => bytes,
      came: () => undefined,
      isStopped: () => false,
    }).then(
      (name) => setState(name === undefined ? { is: 'ready' } : { is: 'saved', name }),
      (error: unknown) => setState(error instanceof TooLarge ? { is: 'too-large' } : { is: 'trouble', error }),
    );
  };
  return (
    <div class="no-print">
      <p class="row">
        <button type="button" class="quiet" onClick={() => window.print()}>
          {own.print}
        </button>
        <button type="button" class="quiet" disabled={state.is === 'under-way'} onClick={get}>
          {own.csv}
        </button>
      </p>
      <p role="status">
        {state.is === 'under-way' && own.saving}
        {state.is === 'saved' && own.saved(state.name)}
        {state.is === 'too-large' && own.tooLarge}
      </p>
      {state.is === 'trouble' && <Trouble error={state.error} again={get} />}
    </div>
  );
}
