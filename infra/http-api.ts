import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  type DomainName,
  HttpApi,
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
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { OPERATIONS } from '../shared/http/operations';
import { AT_SITES } from '../shared/http/grants';
import { SIGNED_IN, type Scope } from '../shared/http/operation';
import { ORIGIN_HEADER } from '../shared/http/origin-header';
import { FALLBACK_FUNCTION, type Route, ROUTES } from '../shared/http/routes';
import { type Limit, type Limits, limitsOfRoutes } from '../shared/http/throttles';
import { FunctionIntegration } from './function-integration';
import { LOG_RETENTION } from './logs';
import type { TokenIssuer } from './operators';
import { OwnRole } from './own-role';

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
};

/** The API without its functions, which need its address. Add them with {@link Api.serve}. */
export interface ApiProps {
  /** The only host that answers. @default - the one that API Gateway gives */
  readonly domainName?: DomainName | undefined;
  readonly issuer: TokenIssuer;
  readonly limits: Limits;
  /** For the access log. */
  readonly logKey: IKey;
  readonly removalPolicy: RemovalPolicy;
}

interface Guard {
  readonly authorizer?: IHttpRouteAuthorizer;
  readonly authorizationScopes?: string[];
}

/** The HTTP API: every route of `ROUTES` and no other. CORS is answered by the functions, which know the sites. */
export class Api extends Construct {
  readonly api: HttpApi;
  private readonly integrations = new Map<string, FunctionIntegration>();
  /** May invoke the functions behind routes, and do nothing else. */
  private readonly caller: OwnRole;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ApiProps,
  ) {
    super(scope, id);
    this.caller = new OwnRole(this, 'Caller', 'apigateway.amazonaws.com');
    this.api = new HttpApi(this, 'Http', {
      description: 'Consent ledger',
      createDefaultStage: false,
      disableExecuteApiEndpoint: props.domainName !== undefined,
    });
  }

  /** Adds the routes to the functions, and a stage that serves them. */
  serve(functions: ReadonlyMap<string, IFunction>): void {
    const { issuer, audience } = this.props.issuer;
    const authorizer = new HttpJwtAuthorizer('Operators', issuer, { jwtAudience: [...audience] });
    const anybody = this.authorizerOfAnybody(functions);
    const routes = ROUTES.flatMap(({ methods, path, function: name, scope }) =>
      methods.map((method) =>
        this.route(HttpRouteKey.with(path, HttpMethod[method]), this.integration(name, functions), {
          ...(scope ? { authorizer, ...this.accepted(scope) } : anybody),
        }),
      ),
    );
    routes.push(this.route(HttpRouteKey.DEFAULT, this.integration(FALLBACK_FUNCTION, functions), anybody));
    this.stage(routes);
  }

  /** Either will do; at which sites, the functions see. */
  private accepted(scope: Scope | typeof SIGNED_IN): Guard {
    const { scopePrefix = '' } = this.props.issuer;
    return scope === SIGNED_IN ? {} : { authorizationScopes: [scopePrefix + scope, scopePrefix + scope + AT_SITES] };
  }

  /** Whoever has not the secret of our distribution is refused by the gateway; see functions/inbound/origin.ts. */
  private authorizerOfAnybody(functions: ReadonlyMap<string, IFunction>): Guard {
    const origin = functions.get('origin');
    if (!origin) return {};
    const authorizer = new HttpLambdaAuthorizer('Edge', origin, {
      identitySource: [`$request.header.${ORIGIN_HEADER}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.minutes(5),
    });
    return { authorizer };
  }

  private integration(name: Route['function'], functions: ReadonlyMap<string, IFunction>): FunctionIntegration {
    const known = this.integrations.get(name);
    if (known) return known;
    const handler = functions.get(name);
    if (!handler) throw new Error(`A route names the function ${name}, but there is no such file in functions/.`);
    const integration = new FunctionIntegration(name, handler, this.caller);
    this.integrations.set(name, integration);
    return integration;
  }

  private route(routeKey: HttpRouteKey, integration: FunctionIntegration, guard: Guard): HttpRoute {
    const route = new HttpRoute(this, routeKey.key, { httpApi: this.api, routeKey, integration, ...guard });
    if (!guard.authorizer) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'For people with a browser and no account: sign-up forms, links in mails, the log, unknown paths.',
      });
    }
    return route;
  }

  private stage(routes: readonly HttpRoute[]): void {
    const { domainName, limits, logKey, removalPolicy } = this.props;
    const log = new LogGroup(this, 'AccessLog', { retention: LOG_RETENTION, encryptionKey: logKey, removalPolicy });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
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
