import type { RequestListener } from 'node:http';

/** One S3 with several buckets, each of which answers for itself; the first of them for what is none. */
export function buckets(first: RequestListener, others: Readonly<Record<string, RequestListener>>): RequestListener {
  return (request, response) => {
    const [, name = ''] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    (others[name] ?? first)(request, response);
  };
}
