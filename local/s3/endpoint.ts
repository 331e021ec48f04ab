import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { readBody } from '../http';
import { isKey, type Objects } from './objects';

const MAX_BODY = 1024 * 1024;
const MAX_KEYS = 1000;
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A request that S3 would answer with an error. */
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly objects: Objects;
  readonly key: string;
  readonly query: URLSearchParams;
}

/**
 * S3 as far as the functions need it, with one bucket whose objects are locked. A put without `If-None-Match: *` is
 * refused even where S3 would keep a second version beside the first: no function is to make one. Addressed by path,
 * which is what the SDK does by itself when the endpoint is an IP address.
 */
export function s3Endpoint(bucket: string, objects: Objects): RequestListener {
  return (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    const [, name, ...rest] = pathname.split('/');
    const call: Call = { request, response, objects, key: rest.join('/'), query };
    (name === bucket ? answer(call) : Promise.reject(NO_BUCKET)).catch((error: unknown) => refused(response, error));
  };
}

const NO_BUCKET = new Refused(404, 'NoSuchBucket', 'The specified bucket does not exist');
const LOCKED = new Refused(403, 'AccessDenied', 'Access Denied because object protected by object lock.');
const NOT_HERE = new Refused(501, 'NotImplemented', 'The local S3 puts, gets and lists objects of plain names only.');

async function answer(call: Call): Promise<void> {
  const { key, query, request } = call;
  if (request.method === 'GET' && key === '' && query.get('list-type') === '2') return listObjects(call);
  if (request.method === 'GET' && isKey(key)) return getObject(call);
  if (request.method === 'PUT' && isKey(key)) return putObject(call);
  throw request.method === 'DELETE' ? LOCKED : NOT_HERE;
}

async function putObject({ key, request, response, objects }: Call): Promise<void> {
  const body = await readBody(request, MAX_BODY);
  if (request.headers['if-none-match'] !== '*') throw new Refused(403, 'AccessDenied', 'Access Denied');
  requireChecksum(request.headers['x-amz-checksum-crc32'], body);
  if (await objects.put(key, body)) return void response.writeHead(200).end();
  const message = 'At least one of the pre-conditions you specified did not hold';
  throw new Refused(412, 'PreconditionFailed', message);
}

/** A bucket with Object Lock asks for one of several checksums; the SDK sends this one. */
function requireChecksum(header: string | string[] | undefined, body: Buffer): void {
  if (header === undefined) {
    const message = 'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock';
    throw new Refused(400, 'InvalidRequest', message);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  if (header !== checksum.toString('base64')) {
    throw new Refused(400, 'BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
  }
}

async function getObject({ key, response, objects }: Call): Promise<void> {
  const body = await objects.get(key);
  if (!body) throw new Refused(404, 'NoSuchKey', 'The specified key does not exist.');
  response.writeHead(200, { 'content-length': body.length }).end(body);
}

async function listObjects({ query, response, objects }: Call): Promise<void> {
  // The token says where the page before ended.
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const keys = await objects.list(query.get('prefix') ?? '', after);
  const page = keys.slice(0, Math.min(Number(query.get('max-keys') ?? MAX_KEYS), MAX_KEYS));
  const isTruncated = page.length < keys.length;
  const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  const head = `<KeyCount>${page.length}</KeyCount><IsTruncated>${isTruncated}</IsTruncated>${next}`;
  sendXml(response, 200, `<ListBucketResult xmlns="${NAMESPACE}">${head}${contents}</ListBucketResult>`);
}

function refused(response: ServerResponse, error: unknown): void {
  const { status, code, message } =
    error instanceof Refused ? error : { status: 500, code: 'InternalError', message: 'Nothing was kept.' };
  const detail = `<Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId>`;
  sendXml(response, status, `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${detail}</Error>`);
}

function sendXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
}
