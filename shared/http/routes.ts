/** What an operator's access token may be good for. */
export type Scope =
  'signup:write' | 'audience:read' | 'activity:write' | 'evidence:read' | 'evidence:write' | 'processor:write';

export interface Route {
  readonly methods: readonly ('GET' | 'HEAD' | 'POST' | 'OPTIONS')[];
  /** API Gateway syntax: `{name}` is one path segment, `{name+}` all that are left. */
  readonly path: string;
  /** The file in `functions/` that answers. */
  readonly function: string;
  /** Without it anybody may call; with it the gateway asks for an access token that has this scope. */
  readonly scope?: Scope;
}

/** What operators do about a person. */
export const SUBJECT_ACTIONS = [
  'withdrawals',
  'objections',
  'restrictions',
  'holds',
  'erasures',
  'rectifications',
] as const;

function subjectRoute(action: (typeof SUBJECT_ACTIONS)[number]): Route {
  const path = `/v1/sites/{site}/subjects/${action}`;
  return { methods: ['POST'], path, function: 'subjects', scope: 'evidence:write' };
}

/**
 * Every HTTP route there is: CDK deploys this table, the local gateway serves it, and `functions/fallback.ts`
 * answers whatever it does not name (404, or 405 with the methods that would do).
 */
export const ROUTES: readonly Route[] = [
  { methods: ['POST', 'OPTIONS'], path: '/v1/sites/{site}/signups', function: 'signup' },
  { methods: ['GET', 'HEAD'], path: '/v1/sites/{site}/signups/sent', function: 'signup' },
  { methods: ['GET', 'HEAD', 'OPTIONS'], path: '/v1/sites/{site}/notices', function: 'notices' },
  { methods: ['GET', 'HEAD', 'POST'], path: '/confirm/{token}', function: 'confirm' },
  { methods: ['GET', 'HEAD', 'POST'], path: '/unsubscribe/{token}', function: 'unsubscribe' },
  { methods: ['GET', 'HEAD', 'POST'], path: '/preferences/{token}', function: 'preferences' },
  { methods: ['GET', 'HEAD', 'POST'], path: '/keep/{token}', function: 'keep' },
  { methods: ['GET', 'HEAD'], path: '/assets/{token}', function: 'assets' },
  { methods: ['GET', 'HEAD'], path: '/receipts/{token}', function: 'receipts' },
  { methods: ['GET', 'HEAD'], path: '/verify', function: 'verify' },
  { methods: ['GET', 'HEAD'], path: '/v1/form.js', function: 'form' },
  { methods: ['GET', 'HEAD'], path: '/log/checkpoint', function: 'log' },
  { methods: ['GET', 'HEAD'], path: '/log/keys', function: 'log' },
  { methods: ['GET', 'HEAD'], path: '/log/tile/{tile+}', function: 'log' },
  { methods: ['POST'], path: '/v1/sites/{site}/evidence', function: 'evidence', scope: 'evidence:read' },
  { methods: ['POST'], path: '/v1/sites/{site}/subjects/access', function: 'access', scope: 'evidence:write' },
  ...SUBJECT_ACTIONS.map(subjectRoute),
  { methods: ['GET'], path: '/v1/sites/{site}/cases', function: 'cases', scope: 'evidence:read' },
  { methods: ['POST'], path: '/v1/sites/{site}/cases/{case}', function: 'cases', scope: 'evidence:read' },
  { methods: ['POST'], path: '/v1/sites/{site}/cases/{case}/close', function: 'cases', scope: 'evidence:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/consents', function: 'consents', scope: 'signup:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/contracts/ended', function: 'contracts', scope: 'signup:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/permissions', function: 'permissions', scope: 'audience:read' },
  { methods: ['POST'], path: '/v1/sites/{site}/links', function: 'links', scope: 'audience:read' },
  { methods: ['GET'], path: '/v1/sites/{site}/changes', function: 'changes', scope: 'audience:read' },
  { methods: ['GET'], path: '/v1/sites/{site}/deliveries', function: 'deliveries', scope: 'evidence:read' },
  { methods: ['POST'], path: '/v1/sites/{site}/deliveries', function: 'deliveries', scope: 'evidence:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/deletions', function: 'deletions', scope: 'processor:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/announcements', function: 'announcements', scope: 'evidence:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/activity', function: 'activity', scope: 'activity:write' },
  { methods: ['POST'], path: '/v1/sites/{site}/feedback', function: 'feedback', scope: 'activity:write' },
  // Whoever calls it has to show Amazon's signature.
  { methods: ['POST'], path: '/feedback/ses', function: 'feedback' },
  {
    methods: ['GET'],
    path: '/v1/sites/{site}/purposes/{purpose}/audience',
    function: 'audience',
    scope: 'audience:read',
  },
];

/** Answers every request that no route matches (API Gateway's `$default`). */
export const FALLBACK_FUNCTION = 'fallback';
