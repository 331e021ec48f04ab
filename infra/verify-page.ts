import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BODY, PAGE_STYLE, TITLE } from '../shared/verify/page/document';
import { LANGUAGES } from '../shared/words/languages';
import { STYLE } from '../shared/web/style';
import { browserScript } from './browser-script';

const PAGE = path.resolve(__dirname, '..', 'shared', 'verify', 'page');

/** The page that checks evidence files: one file, from wherever it is opened. */
export function verifyPage(): string {
  const script = buildScript();
  const style = `${STYLE}\n${PAGE_STYLE}`;
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGES[0]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${TITLE}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body>${BODY}`,
    `<script>${script}</script>`,
    '</body>',
    '</html>\n',
  ].join('\n');
}

export function writeVerifyPage(folder: string): string {
  const file = path.join(folder, 'verify.html');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, verifyPage());
  return file;
}

function buildScript(): string {
  const script = browserScript(path.join(PAGE, 'main.ts'), { 'node:crypto': path.join(PAGE, 'browser-crypto.ts') });
  return script.replaceAll('</script', '<\\/script');
}

/** Nothing but this script and style runs, and nothing is loaded but from the host that the page came from. */
function policy(script: string, style: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const parts = ["default-src 'none'", `script-src ${hash(script)}`, `style-src ${hash(style)}`, "connect-src 'self'"];
  return [...parts, "form-action 'none'", "base-uri 'none'"].join('; ');
}
