import { Problem, type Ledger } from '../../clients/typescript/src/index';
import { CommandError } from '../command-error';
import type { Flaw } from './row';

/** The system's answer to a row, or, in a dry run, the answer that it would give. */
export type RowResult =
  | { readonly kind: 'imported' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'refused'; readonly why: string; readonly detail: string }
  | { readonly kind: 'invalid'; readonly flaws: readonly Flaw[] };

type Report = Parameters<Ledger['recordConsent']>[0];

/** Brings a row to the system, over HTTP as any backend does. @throws {CommandError} where no row can be taken */
export async function send(ledger: Ledger, report: object): Promise<RowResult> {
  try {
    const { status } = await ledger.recordConsent(report as Report);
    return { kind: status === 'recorded' ? 'imported' : 'alreadyThere' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, detail, errors } = error;
    if (status === 409) return { kind: 'refused', why: code.split(':').at(-1) ?? '', detail };
    if (status === 422) return { kind: 'invalid', flaws: errors.map(flawOf) };
    throw new CommandError(`The system answered ${status}: ${detail}`);
  }
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([['visitor', 'ip']]);

/** From the place in the body to the field of the row. */
function flawOf({ pointer, detail }: { pointer: string; detail: string }): Flaw {
  const [, top = '', below] = pointer.split('/');
  const field = top === 'fields' ? `fields.${below ?? ''}` : (FIELD_OF.get(top) ?? top);
  return { field, detail };
}
