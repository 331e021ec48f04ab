import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeDropInForm } from '../../infra/drop-in-form';
import { httpEvent, type Changes } from '../integration/fixtures';
import { runFunction } from '../integration/run-function';
import type { HttpResponse } from '../../shared/http/response';

const folder = mkdtempSync(path.join(tmpdir(), 'drop-in-form-'));
const script = readFileSync(writeDropInForm(folder), 'utf8');
process.env['LAMBDA_TASK_ROOT'] = folder;
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(changes?: Changes) {
  return runFunction<HttpResponse>('static', httpEvent('form', changes));
}

test('the script goes to pages of any website, compressed if they take that', async () => {
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=300',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  expect(await ask()).toEqual({ statusCode: 200, headers, body: script });
  const packed = await ask({ headers: { 'accept-encoding': 'gzip, deflate, br' } });
  expect(packed.headers).toEqual({ ...headers, 'Content-Encoding': 'gzip' });
  expect(gunzipSync(Buffer.from(packed.body, 'base64')).toString()).toBe(script);
});

test('the script evaluates no text and sets no style or markup by text, whatever a page forbids', () => {
  expect(script).not.toMatch(
    /\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|\.cssText|setAttribute\("style/,
  );
  expect(script).not.toMatch(/cookie|localStorage|sessionStorage/);
});
