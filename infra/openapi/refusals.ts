import type { Documented } from '../../shared/http/describe/documented';
import { SIGNED_IN } from '../../shared/http/operation';
import type { ProblemKey } from '../../shared/http/describe/problems';

/** What makes an operation refuse, whatever it is about. A test does it to each that lists the problem. */
export interface Provocation {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: string; readonly content: string | Uint8Array<ArrayBuffer> };
}

const json = (content: string | Uint8Array<ArrayBuffer>): Provocation => ({
  body: { type: 'application/json', content },
});

export const PROVOCATIONS = {
  '404 unknown-site': { params: { site: 'nowhere' } },
  '400 parameter': { query: { limt: '10' } },
  '400 not-utf-8': json(Uint8Array.of(0x7b, 0xff, 0x7d)),
  '400 not-json': json('{"email":'),
  '400 duplicate-key': json('{"email":"erika@example.org","email":"karl@example.org"}'),
  '413 too-large': json(`"${'x'.repeat(64 * 1024)}"`),
  '415 media-type': { body: { type: 'text/plain', content: 'erika@example.org' } },
  '422 invalid': json('[]'),
} as const satisfies Partial<Record<ProblemKey, Provocation>>;

export type ProvokedKey = keyof typeof PROVOCATIONS;

const OF_JSON: readonly ProvokedKey[] = [
  '400 not-utf-8',
  '400 not-json',
  '400 duplicate-key',
  '413 too-large',
  '415 media-type',
  '422 invalid',
];

/** The problems that come with an operation's path, query and body. */
export function provokedBy({ path, scope, body }: Documented): readonly ProvokedKey[] {
  return [
    ...(isGuarded(scope) ? ['400 parameter' as const] : []),
    // Who calls without a token learns of no site.
    ...(path.startsWith('/v1/') && path.includes('{site}') ? ['404 unknown-site' as const] : []),
    ...(body?.content['application/json'] ? OF_JSON : []),
  ];
}

const isGuarded = (scope: Documented['scope']): boolean => scope !== undefined && scope !== SIGNED_IN;

/** Every problem that an operation may answer with, but for those of our own making (500, 503). */
export function problemsOf(operation: Documented): readonly ProblemKey[] {
  const ofTokens = isGuarded(operation.scope) ? ['403 grant' as const] : [];
  return [...new Set<ProblemKey>([...provokedBy(operation), ...ofTokens, ...(operation.problems ?? [])])];
}

/** OpenAPI has no way to say that a parameter takes all that is left. */
export function documentedPath({ path }: Pick<Documented, 'path'>): string {
  return path.replace('+}', '}');
}
