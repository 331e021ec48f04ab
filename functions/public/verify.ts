import { readFile } from 'node:fs/promises';
import { httpFunction } from '../../shared/http/http-function';
import { html } from '../../shared/http/response';
import { deployedFile } from '../deps/files';

const PAGE = deployedFile('verify.html');
/** The page is the same for everybody, and says nothing about anybody. */
const FOR_AN_HOUR = { 'Cache-Control': 'public, max-age=3600' };

let page: Promise<string> | undefined;

/** Hands out the page that checks evidence files, in the browser of whoever has one. */
export const handler = httpFunction(async () => {
  const body = await (page ??= readFile(PAGE, 'utf8'));
  const answer = html(200, body, `${policyOf(body)}; frame-ancestors 'none'`);
  return { ...answer, headers: { ...answer.headers, ...FOR_AN_HOUR } };
});

/** The page brings its policy along, as it has to hold on disk as well; that nobody may frame it only a header can say. */
function policyOf(body: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(body)?.[1] ?? "default-src 'none'";
}
