import { dayOf } from '../calendar';
import type { Operation } from '../consent/decide/operator-decisions';
import type { Operator } from '../consent/entry';
import { Problem } from '../http/problem';
import { findCase, type Case } from '../ledger/cases';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import type { Deps } from './deps';

/** A case that somebody has to see to, and what an operator who does so is told by it. */
export interface OpenCase {
  readonly open: Case;
  readonly operation: Operation;
}

interface CaseCall {
  readonly site: Site;
  readonly params: { readonly case: string };
  readonly operator: Operator;
  readonly now: Date;
}

/** 128 bit, base64url. */
const CASE = /^[\w-]{22}$/;

/** @throws {Problem} where it is not open, or never was */
export async function findOpenCase(
  deps: Pick<Deps, 'audience'>,
  { site, params, operator, now }: CaseCall,
): Promise<OpenCase> {
  const open = CASE.test(params.case) ? await findCase(deps.audience, site.id, params.case, now) : undefined;
  if (!open) throw new Problem(404, 'unknown-case', UNKNOWN_CASE);
  const { via = 'e-mail', receivedOn = dayOf(new Date(open.since)) } = open;
  const told = { via, receivedOn, forCase: open.id };
  return { open, operation: { site, requires: requirements(site), operator, told } };
}

const UNKNOWN_CASE = 'There is no open case of that id at this site; GET the list of those there are.';
