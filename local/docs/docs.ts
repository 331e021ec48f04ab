import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { TOKEN_PATH } from '../gateway/token-endpoint';
import { sendHtml, sendJson } from '../http';
import { MENDING, STYLE } from './mends';

const DOCUMENT = path.join(__dirname, '..', '..', 'docs', 'openapi.json');
/** The renderer, all in one file; the package around it is for web servers of another make. */
const RENDERER = require.resolve('@scalar/fastify-api-reference').replace(/index\.js$/, 'js/standalone.js');

/** Everything comes from here, and nothing goes elsewhere. The renderer sets its styles by itself. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – consent-evidence ledger</title>
<link rel="icon" href="data:,">
</head>
<body>
<div id="api"></div>
<script src="/docs/renderer.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>`;

/** Each operation can be tried against the stack; the client's name is a role, and any secret will do. */
const SETTINGS = {
  url: '/docs/openapi.json',
  theme: 'default',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  hiddenClients: true,
  customCss: STYLE,
  showDeveloperTools: 'never',
  // Both would talk to the maker's servers.
  mcp: { disabled: true },
  agent: { disabled: true },
  authentication: {
    preferredSecurityScheme: 'operators',
    securitySchemes: {
      operators: {
        flows: {
          clientCredentials: { 'x-scalar-client-id': 'compliance', clientSecret: 'local', tokenUrl: TOKEN_PATH },
        },
      },
    },
  },
};
const START = `Scalar.createApiReference('#api', ${JSON.stringify(SETTINGS)});\n${MENDING}`;

type Answer = (response: ServerResponse, url: string) => unknown;

const FILES: Readonly<Record<string, Answer>> = {
  '/docs': (response) => sendHtml(response, 200, PAGE, HEADERS),
  '/docs/': (response) => response.writeHead(303, { location: '/docs' }).end(),
  '/docs/renderer.js': async (response) => sendScript(response, await readFile(RENDERER)),
  '/docs/start.js': (response) => sendScript(response, START),
  '/docs/openapi.json': async (response, url) => sendJson(response, 200, await localDocument(url)),
};

export function isDocs(method: string | undefined, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && Object.hasOwn(FILES, path);
}

/** The documentation of the API, to be read and tried. */
export async function answerAsDocs(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  await FILES[request.url?.split('?')[0] ?? '']?.(response, url);
}

function sendScript(response: ServerResponse, script: Buffer | string): void {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
}

interface Document {
  readonly components: { readonly securitySchemes: { readonly operators: { readonly flows: object } } };
}

/** The document with the stack for a server, and with its issuer of tokens. */
async function localDocument(url: string): Promise<object> {
  const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as Document;
  const { operators } = document.components.securitySchemes;
  const { clientCredentials } = operators.flows as { clientCredentials: object };
  const flows = { clientCredentials: { ...clientCredentials, tokenUrl: url + TOKEN_PATH } };
  const components = { ...document.components, securitySchemes: { operators: { ...operators, flows } } };
  return { ...document, servers: [{ url, description: 'The local stack' }], components };
}
