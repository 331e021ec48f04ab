import type { RemovalPolicy } from 'aws-cdk-lib';
import { type DomainName, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Limits } from '../shared/http/throttles';
import { ApiRoutes } from './api-routes';
import { LOG_RETENTION } from './logs';
import type { TokenIssuer } from './operators';
import { OwnRole } from './own-role';

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

/** The HTTP API: every route of `ROUTES` and no other. CORS is answered by the functions, which know the sites. */
export class Api extends Construct {
  readonly api: HttpApi;
  /** What the gateway says of each request. */
  readonly log: ILogGroup;
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
    const { logKey: encryptionKey, removalPolicy } = props;
    this.log = new LogGroup(this, 'AccessLog', { retention: LOG_RETENTION, encryptionKey, removalPolicy });
  }

  /** Adds the routes to the functions, and a stage that serves them. */
  serve(functions: ReadonlyMap<string, IFunction>): void {
    const { issuer, domainName, limits } = this.props;
    const { api, caller, log } = this;
    new ApiRoutes(this, 'Routes', { api, caller, functions, issuer, domainName, limits, log });
  }
}
