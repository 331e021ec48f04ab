import type { RequestListener } from 'node:http';
import { ACCOUNT, REGION, SESSION_TOKEN } from './aws';
import { sendJson } from './http';

/** Answers as the AWS Parameters and Secrets Lambda Extension does inside a function's sandbox. */
export function secretsExtension(secrets: Readonly<Record<string, string>>): RequestListener {
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const id = searchParams.get('secretId') ?? '';
    const text = secrets[id];
    if (request.headers['x-aws-parameters-secrets-token'] !== SESSION_TOKEN) {
      response.writeHead(401).end('not authorized: the token is missing or wrong');
    } else if (pathname !== '/secretsmanager/get' || text === undefined) {
      sendJson(response, 400, { __type: 'ResourceNotFoundException', Message: `There is no secret "${id}".` });
    } else {
      const arn = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${id}`;
      sendJson(response, 200, { ARN: arn, Name: id, SecretString: text, VersionStages: ['AWSCURRENT'] });
    }
  };
}
