import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorizeFor } from '../../local/gateway/authorizer';
import type { Clock } from '../../local/clock';
import { splitTarget, toEvent } from '../../local/gateway/event';
import { readRequest, refuse } from '../../local/gateway/gateway';
import { sendRefusal, sendResult } from '../../local/gateway/response';
import { parametersOf } from '../../local/gateway/router';
import { throttling, type Throttling } from '../../local/gateway/throttling';
import type { Limit } from '../../shared/http/throttles';
import type { Lambda } from './lambda';
import { idOf, type Resolver } from './resolve';
import type * as Of from './resources';
import type { Tokens } from './tokens';

interface Route {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly lambda: Lambda;
  readonly authorizer: Of.Authorizer | undefined;
  readonly scopes: readonly string[];
}

/** The HTTP API of the template: its routes, integrations, authorizer and throttles, and none of ours. */
export class Gateway {
  private readonly routes: readonly Route[];
  private readonly throttling: Throttling;

  constructor(
    template: Resolver,
    functions: ReadonlyMap<string, Lambda>,
    private readonly tokens: Tokens,
    private readonly clock: Clock,
  ) {
    const integrations = template.all('AWS::ApiGatewayV2::Integration');
    const authorizers = template.all('AWS::ApiGatewayV2::Authorizer');
    this.routes = [...template.all('AWS::ApiGatewayV2::Route').values()]
      .map((route) => routeOf(route, integrations, authorizers, functions))
      .sort((a, b) => rank(a.path) - rank(b.path));
    this.throttling = throttlesOf(template.one('AWS::ApiGatewayV2::Stage'));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.dispatch(request, response);
    } catch (error) {
      refuse(response, error);
    }
  }

  private async dispatch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readRequest(request, this.clock);
    const { route, pathParameters } = this.find(incoming.method, splitTarget(incoming.target).path);
    if (!this.throttling(route.key)) return sendRefusal(response, 429, 'Too Many Requests');
    const event = toEvent(incoming, { function: '', routeKey: route.key, ...(pathParameters && { pathParameters }) });
    if (route.authorizer) {
      const { Issuer, Audience } = route.authorizer.JwtConfiguration;
      const verify = (token: string) => this.tokens.verify(token, Issuer, Audience);
      const verdict = await authorizeFor(incoming.headers['authorization']?.[0], route.scopes, { verify });
      if ('status' in verdict) return sendRefusal(response, verdict.status, verdict.message);
      Object.assign(event.requestContext, { authorizer: verdict });
    }
    sendResult(response, await route.lambda.invoke(event));
  }

  private find(method: string, path: string): { route: Route; pathParameters?: Record<string, string> } {
    for (const route of this.routes) {
      if (route.path !== '' && route.method !== method && route.method !== 'ANY') continue;
      const pathParameters = route.path === '' ? {} : parametersOf(route.path, path);
      if (pathParameters) return { route, ...(route.path !== '' && { pathParameters }) };
    }
    throw new Error('The template has no route for whatever has none.');
  }
}

function routeOf(
  { RouteKey, Target, AuthorizerId, AuthorizationType, AuthorizationScopes = [] }: Of.Route,
  integrations: ReadonlyMap<string, Of.Integration>,
  authorizers: ReadonlyMap<string, Of.Authorizer>,
  functions: ReadonlyMap<string, Lambda>,
): Route {
  const [method = '', path = ''] = RouteKey.split(' ');
  const integration = integrations.get(Target.replace('integrations/', ''));
  if (integration?.IntegrationType !== 'AWS_PROXY' || integration.PayloadFormatVersion !== '2.0') {
    throw new Error(`The rehearsal does not know how ${RouteKey} is integrated.`);
  }
  const lambda = functions.get(idOf(integration.IntegrationUri));
  if (!lambda) throw new Error(`${RouteKey} leads to no function.`);
  const authorizer = AuthorizerId === undefined ? undefined : authorizers.get(AuthorizerId);
  if (AuthorizationType !== (authorizer ? 'JWT' : 'NONE')) throw new Error(`${RouteKey} is guarded in an unknown way.`);
  return { key: RouteKey, method, path, lambda, authorizer, scopes: AuthorizationScopes };
}

/** API Gateway takes the route that says most: no parameter before one, one before a rest, `$default` last. */
function rank(path: string): number {
  if (path === '') return 1000;
  return (path.includes('+}') ? 100 : 0) + (path.match(/\{/g) ?? []).length;
}

function throttlesOf({ RouteSettings = {}, DefaultRouteSettings }: Of.Stage): Throttling {
  const own = Object.entries(RouteSettings).map(([key, one]) => [key, limitOf(one)] as const);
  return throttling(undefined, new Map(own), limitOf(DefaultRouteSettings));
}

const limitOf = ({ ThrottlingRateLimit, ThrottlingBurstLimit }: Of.Stage['DefaultRouteSettings']): Limit => ({
  rateLimit: ThrottlingRateLimit,
  burstLimit: ThrottlingBurstLimit,
});
