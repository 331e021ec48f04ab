import { gunzipSync } from 'node:zlib';
import { canonicalJson } from '../../shared/canonical';
import { fitting } from '../../shared/http/fitting';
import type { HttpRequest } from '../../shared/http/request';
import { download } from '../../shared/http/response';
import { sampleBundle } from './sample-bundle';

const LIMIT = 6_291_556;
const asking = (headers: HttpRequest['headers']) => ({ headers }) as HttpRequest;

test('evidence of thousands of steps, which no plain answer can carry, fits when the caller takes gzip', async () => {
  const file = canonicalJson(await sampleBundle({ moreMails: 4000, others: 0 }));
  const answer = download(file, 'application/json', 'evidence.json');
  expect(JSON.stringify(answer).length).toBeGreaterThan(LIMIT);
  const fitted = fitting(answer, asking({ 'accept-encoding': 'gzip, deflate' }), 'no');
  expect(JSON.stringify(fitted).length).toBeLessThan(LIMIT / 3);
  expect(gunzipSync(Buffer.from(fitted.body, 'base64')).toString()).toBe(file);
  expect(() => fitting(answer, asking({}), 'Accept gzip.')).toThrow('too-large');
});
