import { compressed } from '../http/fitting';
import { wantsPage } from '../http/accept-page';
import { nothingThere } from '../http/no-route';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { SignInSettings } from '../http/sign-in';
import { noSuchPage } from './link-pages';

/** The console as it was built: its page, and name -> asset. */
export interface ConsoleFiles {
  readonly page: string;
  readonly assets: ReadonlyMap<string, string>;
}

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;
/** Their names carry a hash of what they hold. */
const FOR_EVER = 'public, max-age=31536000, immutable';

interface Console {
  readonly files: () => Promise<ConsoleFiles>;
  /** Undefined where nobody signs in. */
  readonly settings: SignInSettings | undefined;
}

/** Whatever is under `/console`: a file that the page loads, or the page, whose own script goes by the address. */
export async function consoleAnswer({ files, settings }: Console, call: HttpRequest): Promise<HttpResponse> {
  const { params } = call;
  if (!settings) return nothing(call);
  const [, name] = /^assets\/(.+)$/.exec(params['page'] ?? '') ?? [];
  const built = await files();
  return name === undefined ? page(built, settings) : (asset(built, name, call) ?? nothing(call));
}

/** @throws {Problem} to a program */
function nothing(call: HttpRequest): HttpResponse {
  if (!wantsPage(call)) throw nothingThere();
  return noSuchPage(call);
}

function asset({ assets }: ConsoleFiles, name: string, call: HttpRequest): HttpResponse | undefined {
  const body = assets.get(name);
  if (body === undefined) return undefined;
  const type = TYPES[name.endsWith('.css') ? 'css' : 'js'];
  const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': FOR_EVER };
  return compressed({ statusCode: 200, headers: { ...headers, Vary: 'Accept-Encoding' }, body }, call);
}

function page(built: ConsoleFiles, settings: SignInSettings): HttpResponse {
  const data = Object.entries<string>({ ...settings }).map(([name, value]) => ` data-${name}="${escaped(value)}"`);
  return {
    statusCode: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(settings),
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex, nofollow',
    },
    body: built.page.replace('<html', `<html${data.join('')}`),
  };
}

/** Nothing runs but our own files, no text becomes markup, and nothing is called but us and where tokens come from. */
function policy({ token }: SignInSettings): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${new URL(token).origin}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
