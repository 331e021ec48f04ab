import { Duration, Validations } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ORIGIN_HEADER } from '../shared/http/origin-header';
import type { CustomDomain } from './custom-domain';

/** What CloudFront needs of `EdgeStack`, which is in another region. */
export interface EdgeProps {
  /** For the domain, in us-east-1. */
  readonly certificate: ICertificate;
  /** Of a web ACL for CloudFront, in us-east-1. */
  readonly webAclArn: string;
  /**
   * Which of the two values of the secret CloudFront shows.
   * @default '1'
   */
  readonly originSecret?: '1' | '2' | undefined;
}

interface Before extends EdgeProps {
  /** Of the API. It leads here from now on. */
  readonly domain: CustomDomain;
  readonly secret: Secret;
}

/** What is the same for everybody, and says itself for how long. */
const FOR_EVERYBODY = ['/log/*', '/v1/form.js', '/v1/sites/*/notices', '/verify'];

/**
 * CloudFront before the API. It keeps nothing that is about a person: only what is the same for everybody is cached, for as long
 * as the answer itself says. There is no log, as tokens are in paths.
 */
export class Edge extends Construct {
  constructor(scope: Construct, id: string, props: Before) {
    super(scope, id);
    const { domain, certificate, webAclArn } = props;
    const behavior = {
      origin: this.origin(props),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // All that the browser sent, the host as well, by which the API knows its domain; and who the browser is.
      originRequestPolicy: new OriginRequestPolicy(this, 'Everything', {
        headerBehavior: OriginRequestHeaderBehavior.all('CloudFront-Viewer-Address'),
        queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      }),
    };
    const cached = { ...behavior, cachePolicy: this.asAnswersSay() };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Consent ledger',
      domainNames: [domain.domainName],
      certificate,
      webAclId: webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      // Europe and North America: the fewest places that can be chosen.
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...behavior,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
      },
      additionalBehaviors: Object.fromEntries(
        FOR_EVERYBODY.map((path) => [path, { ...cached, allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS }]),
      ),
    });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'People leave from wherever they are.' },
      { id: 'AwsSolutions-CFR3', reason: 'A log would have the addresses of people and the tokens of their links.' },
    );
    domain.leadTo(distribution.distributionDomainName, new CloudFrontTarget(distribution));
  }

  private origin({ domain, secret, originSecret = '1' }: Before): HttpOrigin {
    return new HttpOrigin(domain.name.regionalDomainName, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
      customHeaders: { [ORIGIN_HEADER]: secret.secretValueFromJson(originSecret).unsafeUnwrap() },
    });
  }

  private asAnswersSay(): CachePolicy {
    return new CachePolicy(this, 'AsAnswersSay', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }
}
