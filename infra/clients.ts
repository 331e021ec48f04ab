import { isConnected } from '../shared/consent/processors';
import { placeOf, type People } from '../shared/http/people';
import { clientOf, completed, ROLES, scopeWords, type Client } from '../shared/http/roles';
import { PolicyError } from '../shared/policy/site';
import type { Site } from '../shared/policy/schema';
import { controllersOf } from '../shared/policy/sites';

/** What Cognito and API Gateway take at most, and raise for nobody. */
const SCOPES_OF_A_CLIENT = 50;
const SCOPES_OF_A_SERVER = 100;
/** Of an authorizer; Cognito has an audience for each client. */
const AUDIENCES = 50;

/**
 * The machine clients of a stack, each with the sites that it is for: those that were asked for, or where all sites have one
 * controller, one for each role.
 *
 * @throws {PolicyError} saying what to do
 */
export function clientsFor(sites: readonly Site[], asked: readonly Client[] | undefined): Client[] {
  const clients = (asked ?? defaults(sites)).map((client) => {
    if (client.sites.length === 0) needOneController(sites, client.name);
    return completed(client, sites);
  });
  const used = asked
    ? clients
    : clients.filter(({ role, processors }) => role !== 'processor' || processors.length > 0);
  needKnown(sites, used);
  needSome(used);
  return used;
}

const defaults = (sites: readonly Site[]): Client[] => {
  needOneController(sites);
  return Object.keys(ROLES).map((role) => clientOf(role)!);
};

function needOneController(sites: readonly Site[], name?: string): void {
  const controllers = controllersOf(sites).length;
  if (controllers === 1) return;
  const [first, second] = sites.map(({ id }) => id);
  const what = name === undefined ? 'Which machines may do what at which of them?' : `For which of them is "${name}"?`;
  throw new PolicyError(
    `These sites have ${controllers} controllers. ${what} Say so with clients, such as ` +
      `"compliance@${first}", "marketing@${first}+${second}"; docs/deployment.md has more.`,
  );
}

function needKnown(sites: readonly Site[], clients: readonly Client[]): void {
  for (const { name, role, sites: ids, processors } of clients) {
    const strange = ids.find((id) => !sites.some((site) => site.id === id));
    if (strange) throw new PolicyError(`The client "${name}" is for a site "${strange}", which there is not.`);
    const told = sites.filter(({ id }) => ids.includes(id)).flatMap((site) => site.processors.filter(isConnected));
    const unknown = processors.find((id) => !told.some((known) => known.id === id));
    if (unknown)
      throw new PolicyError(`The client "${name}" is for a processor "${unknown}", which is none that its sites tell.`);
    if (role === 'processor' && processors.length === 0)
      throw new PolicyError(`The client "${name}" speaks for no processor: its sites have none that is told by us.`);
  }
}

function needSome(clients: readonly Client[]): void {
  if (clients.length === 0) {
    throw new PolicyError(
      'Without a client nobody gets a token, and API Gateway takes no authorizer for nobody: name one, such as "compliance@shop", or ' +
        'use an issuer of your own.',
    );
  }
  const twice = clients.find(({ name }, n) => clients.findIndex((other) => other.name === name) !== n);
  if (twice) throw new PolicyError(`The client "${twice.name}" is there twice.`);
  const words = new Set(clients.flatMap(scopeWords));
  const limits: readonly (readonly [number, number, string])[] = [
    [clients.length, AUDIENCES, 'clients'],
    [words.size, SCOPES_OF_A_SERVER, 'scopes, sites and processors of all clients'],
    ...clients.map(
      (client) => [scopeWords(client).length, SCOPES_OF_A_CLIENT, `scopes and sites of "${client.name}"`] as const,
    ),
  ];
  const exceeded = limits.find(([count, most]) => count > most);
  if (!exceeded) return;
  const [count, most, what] = exceeded;
  throw new PolicyError(
    `These are ${count} ${what}; Cognito and API Gateway take at most ${most}. Make clients of fewer sites, or use an issuer ` +
      'of your own; docs/deployment.md says how.',
  );
}

/** Functions are told of them by their environment, in which there is room for 4 KB. */
const LONGEST_ROLES = 2000;

/** @throws {PolicyError} where a role is for a site that there is not, or there are too many */
export function needKnownRoles(sites: readonly Site[], roles: People['roles']): void {
  for (const text of Object.values(roles).flat()) {
    const strange = placeOf(text)?.sites?.find((id) => !sites.some((site) => site.id === id));
    if (strange) throw new PolicyError(`The role "${text}" is for a site "${strange}", which there is not.`);
  }
  if (JSON.stringify(roles).length <= LONGEST_ROLES) return;
  throw new PolicyError(
    'There are more roles of people than functions can be told of. Put sites together, such as "compliance@shop+blog" or "compliance@*".',
  );
}
