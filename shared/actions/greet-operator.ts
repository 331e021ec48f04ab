import type { Operator } from '../consent/entry';
import { plus } from '../calendar';
import type { AskName } from '../http/userinfo';
import { putOperatorName, readOperatorName } from '../ledger/operator-names';
import type { Deps } from './deps';

/** Counted from the last time that somebody signed in: as long as it may be asked who did something. */
export const NAME_KEPT_FOR = 'P3Y';
/** For so long the issuer need not be asked again. */
const FRESH_FOR = 'P1D';

/**
 * What whoever signed in is called. The issuer is asked once a day, and what it says is kept in the vault, so that entries can go on
 * naming operators by ids that name nobody. *A crash leaves the name of before, or none; the next call asks again.*
 *
 * @param token of a person; undefined for a machine, which nobody has a name for
 */
export async function nameOf(
  deps: Pick<Deps, 'vault'> & { readonly askName: AskName },
  { id }: Pick<Operator, 'id'>,
  token: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const known = await readOperatorName(deps.vault, id, now);
  if (known && plus(new Date(known.at), FRESH_FOR) > now) return known.name;
  const name = await deps.askName(token, id);
  if (name === undefined) return known?.name;
  await putOperatorName(deps.vault, id, { name, at: now.toISOString() }, plus(now, NAME_KEPT_FOR));
  return name;
}
