import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isKey, type Objects } from './objects';

/** The bucket that received mails lie in, as far as functions may use it: they get a mail, and delete it. */
export function mailBucket(objects: Objects): RequestListener {
  return (request, response) => {
    answer(request, response, objects).catch(() => response.writeHead(500).end());
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, objects: Objects): Promise<void> {
  const key = new URL(request.url ?? '/', 'http://localhost').pathname.split('/').slice(2).join('/');
  if (request.method === 'DELETE' && isKey(key)) {
    await objects.delete(key);
    return void response.writeHead(204).end();
  }
  const body = request.method === 'GET' && isKey(key) ? await objects.get(key) : undefined;
  if (body) return void response.writeHead(200, { 'content-length': body.length }).end(body);
  const xml = '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';
  response.writeHead(404, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}
