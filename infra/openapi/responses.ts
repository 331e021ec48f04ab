import { STATUS_CODES } from 'node:http';
import { schemaOf } from './components';
import type { NamedOperation } from '../../shared/http/operations';
import { PAGE } from '../../shared/http/describe/documented';
import { codeOf, PROBLEMS, statusOf, type ProblemKey } from '../../shared/http/describe/problems';
import { SIGNED_IN, type Answer } from '../../shared/http/operation';
import { gatewayMessage, problem } from '../../shared/http/shapes/common';
import type { RecordedAnswer } from './recorded';
import { problemsOf, PROVOCATIONS } from './refusals';

type Recorded = Readonly<Record<string, RecordedAnswer>>;

const MESSAGE = (description: string, message: string): object => ({
  description,
  content: { 'application/json': { schema: schemaOf(gatewayMessage), example: { message } } },
});
const PROBLEM = (description: string, headers: object = {}): object => ({
  description,
  headers,
  content: { 'application/problem+json': { schema: schemaOf(problem) } },
});
const RETRY_AFTER = { 'Retry-After': { description: 'In how many seconds.', schema: { type: 'integer' } } };
const SORRY = (description: string): object => ({ description, content: { 'text/html': { schema: PAGE } } });

/** What the gateway answers by itself, and what may go wrong anywhere. */
export const SHARED_RESPONSES = {
  Unauthorized: MESSAGE(
    'There is no access token, or it is not valid here or not any more. Get a new one.',
    'Unauthorized',
  ),
  Forbidden: {
    description: 'The access token lacks the scope (a message), or the scope at this site (a problem).',
    content: {
      'application/json': { schema: schemaOf(gatewayMessage), example: { message: 'Forbidden' } },
      'application/problem+json': { schema: schemaOf(problem) },
    },
  },
  TooManyRequests: MESSAGE(
    'More requests at once than the deployment takes. Repeat a little later.',
    'Too Many Requests',
  ),
  Internal: PROBLEM(PROBLEMS['500 internal']),
  Busy: PROBLEM(PROBLEMS['503 busy'], RETRY_AFTER),
  InternalPage: SORRY('A page: something went wrong on our side. Pressing again is harmless.'),
  BusyPage: SORRY('A page: too much at once. Pressing again is harmless.'),
} as const;

const shared = (name: keyof typeof SHARED_RESPONSES): object => ({ $ref: `#/components/responses/${name}` });

/** Every answer that an operation may give, by status. */
export function responsesOf(operation: NamedOperation, recorded: Recorded): object {
  const isGuarded = operation.scope !== undefined;
  const isForPeople = operation.tag === 'Links';
  const known = new Map<number, object>(
    Object.entries(operation.answers).map(([status, answer]) => [
      Number(status),
      successOf(Number(status), answer, operation, recorded),
    ]),
  );
  for (const [status, keys] of byStatus(problemsOf(operation))) {
    known.set(status, refusalOf(status, keys, operation, recorded));
  }
  if (isGuarded) known.set(401, shared('Unauthorized'));
  if (isGuarded && operation.scope !== SIGNED_IN) known.set(403, shared('Forbidden'));
  known.set(429, shared('TooManyRequests'));
  known.set(500, shared(isForPeople ? 'InternalPage' : 'Internal'));
  known.set(503, shared(isForPeople ? 'BusyPage' : 'Busy'));
  return Object.fromEntries(known);
}

function successOf(
  status: number,
  { description, content = {}, headers = {} }: Answer,
  operation: NamedOperation,
  recorded: Recorded,
): object {
  const types = Object.entries(content).map(([type, shape]) => {
    const examples = examplesAt(status, operation, recorded, type);
    return [type, { schema: schemaOf(shape), ...(examples && { examples }) }];
  });
  const says = Object.entries(headers).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]);
  return {
    description,
    ...(says.length > 0 && { headers: Object.fromEntries(says) as object }),
    ...(types.length > 0 && { content: Object.fromEntries(types) as object }),
  };
}

function refusalOf(status: number, keys: readonly ProblemKey[], operation: NamedOperation, recorded: Recorded): object {
  const everywhere = keys
    .filter((key) => key in PROVOCATIONS)
    .map((key) => [codeOf(key), { $ref: `#/components/examples/${key.replace(' ', '-')}` }]);
  const own = examplesAt(status, operation, recorded, 'application/problem+json') ?? {};
  const examples = { ...(Object.fromEntries(everywhere) as object), ...own };
  return {
    description: `${STATUS_CODES[status]}: ${keys.map((key) => `\`${codeOf(key)}\` – ${PROBLEMS[key]}`).join(' ')}`,
    content: { 'application/problem+json': { schema: schemaOf(problem), examples } },
  };
}

function byStatus(keys: readonly ProblemKey[]): Map<number, ProblemKey[]> {
  const statuses = new Map<number, ProblemKey[]>();
  for (const key of keys) statuses.set(statusOf(key), [...(statuses.get(statusOf(key)) ?? []), key]);
  return statuses;
}

/** What the running system answered to the examples that have this status and media type. */
function examplesAt(
  status: number,
  { examples }: NamedOperation,
  recorded: Recorded,
  type: string,
): object | undefined {
  const found = Object.entries(examples).flatMap(([name, example]) => {
    const answer = recorded[name];
    const isHere = example.status === status && answer?.type === type;
    return isHere ? [[name, { summary: example.summary, value: answer.body }]] : [];
  });
  return found.length > 0 ? (Object.fromEntries(found) as object) : undefined;
}
