import { SIGNED_IN, type Scope } from '../../shared/http/operation';
import { componentSchemas } from './components';
import { INTRODUCTION } from './introduction';
import { OPERATIONS, type NamedOperation } from '../../shared/http/operations';
import { PROBLEMS } from '../../shared/http/describe/problems';
import { readAnswers, type RecordedAnswers } from './recorded';
import { requestOf } from './requests';
import { responsesOf, SHARED_RESPONSES } from './responses';
import { documentedPath } from './refusals';
import { TAGS } from '../../shared/http/describe/tags';

/** Which scope is good for what. */
const SCOPES: Readonly<Record<Scope, string>> = {
  'signup:write': 'Sign up visitors of a website and say who they are; report consents from elsewhere.',
  'audience:read': 'Ask whom one may mail.',
  'activity:write': 'Report who reads it.',
  'person:read': 'Look up how one person stands, and why.',
  'confirmation:send': 'Send the confirmation mail once more.',
  'evidence:read': 'Read evidence.',
  'evidence:write': 'Carry out what persons ask for.',
  'processor:write': 'Say whom one has deleted.',
};

/** The OpenAPI document of the whole API. */
export function openApiDocument(recorded: RecordedAnswers = readAnswers()): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Consent-evidence ledger', version: '1', description: INTRODUCTION },
    servers: [
      { url: 'https://consent.example.com', description: 'Your deployment' },
      { url: 'http://localhost:3000', description: 'The local stack' },
    ],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(recorded),
    components: {
      schemas: componentSchemas(),
      responses: SHARED_RESPONSES,
      examples: sharedExamples(recorded),
      securitySchemes: { operators: OPERATORS },
    },
  };
}

const OPERATORS = {
  type: 'oauth2',
  description:
    'Machines get access tokens from the issuer of the deployment by client credentials (RFC 6749, section 4.4). The user pool that comes along calls the scopes `consent/<scope>`.',
  flows: {
    clientCredentials: {
      tokenUrl: 'https://consent-example.auth.eu-central-1.amazoncognito.com/oauth2/token',
      scopes: SCOPES,
    },
  },
};

function pathsOf(recorded: RecordedAnswers): object {
  const paths = new Map<string, object>();
  for (const operation of OPERATIONS) {
    const method = operation.method.toLowerCase();
    const path = documentedPath(operation);
    paths.set(path, { ...paths.get(path), [method]: operationOf(operation, recorded) });
  }
  return Object.fromEntries(paths);
}

function operationOf(operation: NamedOperation, recorded: RecordedAnswers): object {
  const { id, tag, summary, description } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    security: securityOf(operation),
    ...requestOf(operation),
    responses: responsesOf(operation, recorded[id] ?? {}),
  };
}

function securityOf({ scope, optionalScope }: NamedOperation): object[] {
  if (scope) return [{ operators: scope === SIGNED_IN ? [] : [scope] }];
  return optionalScope ? [{}, { operators: [optionalScope] }] : [];
}

/** The problems that are the same everywhere. */
function sharedExamples({ refusals = {} }: RecordedAnswers): object {
  return Object.fromEntries(
    Object.entries(refusals).map(([key, { body }]) => [
      key.replace(' ', '-'),
      { summary: PROBLEMS[key as keyof typeof PROBLEMS], value: body },
    ]),
  );
}
