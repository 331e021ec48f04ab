import { Problem, type Ledger } from '../../clients/typescript/src/index';
import { CommandError } from '../command-error';
import type { Row } from './row';
import type { Flaw } from './told';

/** The system's answer to a row, or, in a dry run, the answer that it would give. */
export type RowResult =
  | { readonly kind: 'imported' }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'refused'; readonly why: string; readonly detail: string }
  | { readonly kind: 'invalid'; readonly flaws: readonly Flaw[] };

type Consent = Parameters<Ledger['recordConsent']>[0];
type OptOut = Parameters<Ledger['recordOptOut']>[0];

/** Brings a row to the system, over HTTP as any backend does. @throws {CommandError} where no row can be taken */
export async function send(ledger: Ledger, { kind, body, flaws }: Row, dryRun: boolean): Promise<RowResult> {
  if (kind === 'skip') return { kind: 'leftOut' };
  if (flaws.length > 0) return { kind: 'invalid', flaws };
  try {
    const report = { ...body, dryRun };
    if (kind !== 'consents') return outcomeOf(await ledger.recordOptOut(report as unknown as OptOut));
    const { status } = await ledger.recordConsent(report as unknown as Consent);
    return { kind: status === 'recorded' ? 'imported' : 'alreadyThere' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, code, detail, errors } = error;
    if (status === 409) return { kind: 'refused', why: code.split(':').at(-1) ?? '', detail };
    if (status === 422) return { kind: 'invalid', flaws: errors.map(flawOf) };
    throw new CommandError(`The system answered ${status}: ${detail}`);
  }
}

function outcomeOf({ status }: Awaited<ReturnType<Ledger['recordOptOut']>>): RowResult {
  if (status === 'overtaken')
    return { kind: 'refused', why: status, detail: 'The person gave this after that; it stands.' };
  return { kind: status === 'recorded' ? 'imported' : 'alreadyThere' };
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['visitor', 'ip'],
  ['signedUpBy', 'signedUpIp'],
]);

/** From the place in the body to the field of the row. */
function flawOf({ pointer, detail }: { pointer: string; detail: string }): Flaw {
  const [, top = '', below] = pointer.split('/');
  const field = top === 'fields' ? `fields.${below ?? ''}` : (FIELD_OF.get(top) ?? top);
  return { field, detail };
}
