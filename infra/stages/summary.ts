import { registerOf, type Register } from '../../shared/policy/register';
import { loadSites } from '../notice-register';
import type { Stage } from './stage';

/** Where a template has the summary, under its `Metadata`. */
export const SUMMARY = 'ConsentLedger';

/**
 * What of a stage nobody should change without knowing: it stands in the template, so that it can be read of what is deployed. What
 * there is none of is left out, as CloudFormation refuses a template that has null anywhere.
 */
export interface Summary {
  readonly stage: string;
  /** Site -> its purposes. */
  readonly sites: Readonly<Record<string, readonly string[]>>;
  /** What each wording is, by site, purpose or asset, version and language. */
  readonly wordings: Register;
  /** The host of links, after which the log is named; none for the one that API Gateway gives. */
  readonly host?: string | undefined;
  readonly logKeys: readonly string[];
  readonly senderDomains: readonly string[];
  readonly inboxDomain?: string | undefined;
  /** Whoever issues the operators' tokens; none for a pool of the stack's own. */
  readonly issuer?: string | undefined;
  readonly hasEdge: boolean;
  readonly isTrial: boolean;
  readonly backups: boolean;
  /** Tables that are not the stack's own, by what they hold. */
  readonly tables?: Readonly<Record<string, string>> | undefined;
}

export function summaryOf(stage: Stage): Summary {
  const sites = loadSites(stage.sites);
  const { operators, domain, edge, logKeys, senderDomains, inboxDomain, isTrial, backups, tables } = stage;
  return {
    stage: stage.name,
    sites: Object.fromEntries(sites.map(({ id, purposes }) => [id, purposes.map((purpose) => purpose.id)])),
    wordings: registerOf(sites),
    ...(domain && { host: domain.name }),
    logKeys,
    senderDomains,
    ...(inboxDomain !== null && { inboxDomain }),
    ...('issuer' in operators && { issuer: operators.issuer }),
    hasEdge: edge !== null,
    isTrial,
    backups,
    ...(tables && { tables: namesOf(tables) }),
  };
}

function namesOf(tables: NonNullable<Stage['tables']>): Record<string, string> {
  const names = Object.entries(tables).map(([kind, table]) => [kind, typeof table === 'string' ? table : table?.name]);
  return Object.fromEntries(names.filter(([, name]) => name !== undefined)) as Record<string, string>;
}
