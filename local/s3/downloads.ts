import { createReadStream } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import type { Clock } from '../clock';
import { whyRefused } from './signed-query';

/** The bucket of what is too large for an answer: whoever has a link that was signed a moment ago gets the file. */
export function downloads(files: ReadonlyMap<string, string>, secret: string, clock: Clock): RequestListener {
  return ({ method = 'GET', url: target = '/', headers: { host = '' } }, response) => {
    const url = new URL(target, `http://${host}`);
    const refusal = whyRefused({ method, url, host }, secret, clock.now());
    if (refusal !== undefined) return refuse(response, 403, 'AccessDenied', refusal);
    const file = files.get(url.pathname.split('/')[2] ?? '');
    if (file === undefined) return refuse(response, 404, 'NoSuchKey', 'The specified key does not exist.');
    const headers = ['content-type', 'content-disposition'].map(
      (name) => [name, url.searchParams.get(`response-${name}`) ?? ''] as const,
    );
    response.writeHead(200, Object.fromEntries(headers));
    createReadStream(file).pipe(response);
  };
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>\n${error}`);
}
