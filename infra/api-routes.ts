import { Duration, NestedStack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  type DomainName,
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import {
  HttpJwtAuthorizer,
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { OPERATIONS } from '../shared/http/operations';
import { AT_SITES } from '../shared/http/grants';
import { SIGNED_IN, type Scope } from '../shared/http/operation';
import { ORIGIN_HEADER } from '../shared/http/origin-header';
import { FALLBACK_FUNCTION, type Route, ROUTES } from '../shared/http/routes';
import { type Limit, type Limits, limitsOfRoutes } from '../shared/http/throttles';
import { FunctionIntegration } from './function-integration';
import type { TokenIssuer } from './operators';
import type { OwnRole } from './own-role';

/**
 * What is logged of a request. Never the path (tokens are in it), the address of the caller or anything else of
 * `$context.identity`, nor the claims of a token.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  length: '$context.responseLength',
  integrationStatus: '$context.integration.status',
  integrationLatency: '$context.integration.latency',
  integrationError: '$context.integration.error',
  authorizerError: '$context.authorizer.error',
  // Why the gateway refused by itself: too many requests, no good token, no such route.
  refusal: '$context.error.responseType',
};

export interface ApiRoutesProps {
  readonly api: HttpApi;
  /** The role in which the API calls functions. */
  readonly caller: OwnRole;
  readonly functions: ReadonlyMap<string, IFunction>;
  readonly issuer: TokenIssuer;
  readonly domainName: DomainName | undefined;
  readonly limits: Limits;
  readonly log: ILogGroup;
}

interface Guard {
  readonly authorizer?: IHttpRouteAuthorizer;
  readonly authorizationScopes?: string[];
}

/**
 * Every route of `ROUTES` to its function, and a stage that serves them: a stack in the stack, as there are as many routes as all
 * else together, and none of them holds anything.
 */
export class ApiRoutes extends NestedStack {
  private readonly integrations = new Map<string, FunctionIntegration>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ApiRoutesProps,
  ) {
    super(scope, id, { description: 'The routes of the consent ledger' });
    const { issuer, audience } = props.issuer;
    const authorizer = new HttpJwtAuthorizer('Operators', issuer, { jwtAudience: [...audience] });
    const anybody = this.authorizerOfAnybody();
    const routes = ROUTES.flatMap(({ methods, path, function: name, scope: needed }) =>
      methods.map((method) =>
        this.route(HttpRouteKey.with(path, HttpMethod[method]), this.integration(name), {
          ...(needed ? { authorizer, ...this.accepted(needed) } : anybody),
        }),
      ),
    );
    routes.push(this.route(HttpRouteKey.DEFAULT, this.integration(FALLBACK_FUNCTION), anybody));
    this.stage(routes);
  }

  /** Either will do; at which sites, the functions see. */
  private accepted(scope: Scope | typeof SIGNED_IN): Guard {
    const { scopePrefix = '' } = this.props.issuer;
    return scope === SIGNED_IN ? {} : { authorizationScopes: [scopePrefix + scope, scopePrefix + scope + AT_SITES] };
  }

  /** Whoever has not the secret of our distribution is refused by the gateway; see functions/inbound/origin.ts. */
  private authorizerOfAnybody(): Guard {
    const origin = this.props.functions.get('origin');
    if (!origin) return {};
    const authorizer = new HttpLambdaAuthorizer('Edge', origin, {
      identitySource: [`$request.header.${ORIGIN_HEADER}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.minutes(5),
    });
    return { authorizer };
  }

  private integration(name: Route['function']): FunctionIntegration {
    const known = this.integrations.get(name);
    if (known) return known;
    const handler = this.props.functions.get(name);
    if (!handler) throw new Error(`A route names the function ${name}, but there is no such file in functions/.`);
    const integration = new FunctionIntegration(name, handler, this.props.caller);
    this.integrations.set(name, integration);
    return integration;
  }

  private route(routeKey: HttpRouteKey, integration: FunctionIntegration, guard: Guard): HttpRoute {
    const route = new HttpRoute(this, routeKey.key, { httpApi: this.props.api, routeKey, integration, ...guard });
    if (!guard.authorizer) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'For people with a browser and no account: sign-up forms, links in mails, the log, unknown paths.',
      });
    }
    return route;
  }

  private stage(routes: readonly HttpRoute[]): void {
    const { domainName, limits, log } = this.props;
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.props.api,
      autoDeploy: true,
      throttle: limits.others,
      ...(domainName && { domainMapping: { domainName } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    // There is no other way to set them, and the route has to exist first.
    (stage.node.defaultChild as CfnStage).routeSettings = this.routeSettings();
    stage.node.addDependency(...routes);
  }

  private routeSettings(): Record<string, object> {
    const own = [...limitsOfRoutes(OPERATIONS, this.props.limits)];
    return Object.fromEntries(own.map(([key, limit]) => [key, throttling(limit)]));
  }
}

function throttling({ rateLimit, burstLimit }: Limit): object {
  return { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
}
