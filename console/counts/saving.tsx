import { useState } from 'preact/hooks';
import type { LedgerFile } from '../../clients/typescript/src/caller.ts';
import { Trouble } from '../parts/trouble';
import { save } from '../save';
import type { CountsWords } from './figures';

interface SavingProps {
  readonly table: () => Promise<LedgerFile>;
  readonly own: CountsWords;
}

/** The page on paper, and its numbers for a spreadsheet. */
export function Saving({ table, own }: SavingProps) {
  const [saved, setSaved] = useState<string>();
  const [error, setError] = useState<unknown>();
  const get = (): void => {
    setError(undefined);
    table().then((file) => {
      save(file, 'text/csv;charset=utf-8');
      setSaved(file.name);
    }, setError);
  };
  return (
    <div class="no-print">
      <p class="row">
        <button type="button" class="quiet" onClick={() => window.print()}>
          {own.print}
        </button>
        <button type="button" class="quiet" onClick={get}>
          {own.csv}
        </button>
      </p>
      <p role="status">{saved !== undefined && own.saved(saved)}</p>
      {error !== undefined && <Trouble error={error} again={get} />}
    </div>
  );
}
