import { readFile } from 'node:fs/promises';
import { compressed } from '../../shared/http/fitting';
import { httpFunction } from '../../shared/http/http-function';
import { deployedFile } from '../deps/files';

const SCRIPT = deployedFile('form.js');
/** For pages of any website; after a deployment it takes five minutes until all have the new one. */
const HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'public, max-age=300',
  Vary: 'Accept-Encoding',
};

let script: Promise<string> | undefined;

/** Hands out the script that puts a sign-up form on a website's page. */
export const handler = httpFunction(async (call) => {
  const body = await (script ??= readFile(SCRIPT, 'utf8'));
  return compressed({ statusCode: 200, headers: HEADERS, body }, call);
});
