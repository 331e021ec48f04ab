import { isConnected } from '../consent/processors';
import type { Site } from '../policy/schema';
import { AT_SITES, processorWord, siteWord } from './grants';
import type { Scope } from './operation';
import { PERSON_ROLES } from './people';

/** The machines that call us, and what each one's access token is good for. */
export const ROLES = {
  /** Asks whom it may mail, and says who reads it. */
  marketing: ['audience:read', 'activity:write', 'person:read', 'confirmation:send'],
  /** Answers letters: reads evidence, and withdraws, corrects, restricts and erases (`evidence:write`). */
  compliance: ['evidence:read', 'evidence:write', 'person:read'],
  /** Signs up visitors of its own website, and says who they are. */
  backend: ['signup:write'],
  /** Mails for the controller, and says whom it has deleted. */
  processor: ['processor:write'],
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof ROLES;

/** A machine: what it is for, at which sites, and as a processor, which ones it speaks for. */
export interface Client {
  /** As it is configured, such as `marketing@shop+blog` or `processor=brieftapir@shop`. */
  readonly name: string;
  readonly role: Role;
  /** None for all that there are. */
  readonly sites: readonly string[];
  readonly processors: readonly string[];
}

const ID = '[a-z][a-z0-9-]{0,39}';
const IDS = `${ID}(?:\\+${ID})*`;
const CLIENT = new RegExp(`^(${Object.keys(ROLES).join('|')})(?:=(${IDS}))?(?:@(${IDS}))?$`);

/** A client by its name; undefined where that is none. */
export function clientOf(name: string): Client | undefined {
  const [, role, processors, sites] = CLIENT.exec(name) ?? [];
  if (role === undefined || (processors !== undefined && role !== 'processor')) return undefined;
  return { name, role: role as Role, sites: sites?.split('+') ?? [], processors: processors?.split('+') ?? [] };
}

/** What the scope of its tokens says: each word of it makes them good for more, and none for everything. */
export function scopeWords({ role, sites, processors }: Client): string[] {
  const scopes = ROLES[role].map((scope) => scope + AT_SITES);
  return [...scopes, ...sites.map(siteWord), ...processors.map(processorWord)];
}

/**
 * What somebody who signs in has a token asked for: all that any role is good for. What of it the token grants, the role decides.
 *
 * @param prefix what the issuer puts before our scopes
 */
export function scopesToAskFor(prefix: string): string {
  const scopes = [...new Set(Object.values(PERSON_ROLES).flat())].map((scope) => prefix + scope + AT_SITES);
  return ['openid', 'profile', ...scopes].join(' ');
}

/** The sites and processors of a client that names none: all that there are, the processors as far as they are told by us. */
export function completed(client: Client, known: readonly KnownSite[]): Client {
  const sites = client.sites.length > 0 ? client.sites : known.map(({ id }) => id);
  if (client.role !== 'processor' || client.processors.length > 0) return { ...client, sites };
  const told = known.filter(({ id }) => sites.includes(id)).flatMap(({ processors }) => processors.filter(isConnected));
  return { ...client, sites, processors: [...new Set(told.map(({ id }) => id))] };
}

type KnownSite = Pick<Site, 'id' | 'processors'>;
