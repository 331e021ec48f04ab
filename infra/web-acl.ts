import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { LEAST_TOKEN_LENGTH } from '../shared/links/link-token';
import { LINK_PATHS } from '../shared/links/link';
import { edgeIn } from '../shared/words/edge';
import { pagesIn } from '../shared/words/pages';
import { refusalPage } from './refusal-page';

type Statement = CfnWebACL.StatementProperty;

/** The requests of one address within five minutes, beyond which it is refused until they are fewer. */
export const REQUESTS_PER_ADDRESS = {
  /** A household, an office or a school signs up less often; a backend shows its token, and is none of these. */
  signUps: 100,
  others: 2000,
  /** Last and high: mail programs unsubscribe for all their users from few addresses, and SNS reports all bounces from few. */
  leaving: 30_000,
};
const WINDOW_SECONDS = 300;

/** `/confirm/`, `/unsubscribe/` ... */
const links = Object.values(LINK_PATHS).map((path) => path.slice(1));
const LINK = `^/(${links.join('|')})/`;
const WHOLE_LINK = `^/[a-z]+/[A-Za-z0-9_-]{${LEAST_TOKEN_LENGTH},}$`;
const LEAVING = '^/(unsubscribe|preferences|confirm|keep|feedback)/';

/**
 * What CloudFront lets through: nothing that cannot be a link of ours by its letters and length, and of one address no more than
 * so many requests. It looks at no body, keeps no sample of requests, as tokens are in their paths, and no log.
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: counted('All'),
      customResponseBodies: {
        badLink: page((language) => [pagesIn(language).badLinkTitle, pagesIn(language).badLinkText]),
        tooMany: page((language) => [edgeIn(language).tooManyTitle, edgeIn(language).tooManyText]),
      },
      rules: [
        rule('NoLinks', 0, 'badLink', all(path(LINK), not(path(WHOLE_LINK)))),
        rule(
          'SignUps',
          1,
          'tooMany',
          often(REQUESTS_PER_ADDRESS.signUps, all(post(), path('/signups$'), not(hasToken()))),
        ),
        rule('Others', 2, 'tooMany', often(REQUESTS_PER_ADDRESS.others, not(path(LEAVING)))),
        rule('Leaving', 3, 'tooMany', often(REQUESTS_PER_ADDRESS.leaving, path(LEAVING))),
      ],
    });
    this.arn = acl.attrArn;
  }
}

const page = (say: Parameters<typeof refusalPage>[0]): CfnWebACL.CustomResponseBodyProperty => ({
  contentType: 'TEXT_HTML',
  content: refusalPage(say),
});

const STATUS = { badLink: 404, tooMany: 429 };

function rule(name: string, priority: number, body: keyof typeof STATUS, statement: Statement): CfnWebACL.RuleProperty {
  const headers = [{ name: 'Cache-Control', value: 'no-store' }];
  const retry = body === 'tooMany' ? [{ name: 'Retry-After', value: String(WINDOW_SECONDS) }] : [];
  return {
    name,
    priority,
    statement,
    action: {
      block: {
        customResponse: {
          responseCode: STATUS[body],
          customResponseBodyKey: body,
          responseHeaders: [...headers, ...retry],
        },
      },
    },
    visibilityConfig: counted(name),
  };
}

const counted = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const often = (limit: number, scopeDownStatement: Statement): Statement => ({
  rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: WINDOW_SECONDS, limit, scopeDownStatement },
});
const all = (...statements: Statement[]): Statement => ({ andStatement: { statements } });
const not = (statement: Statement): Statement => ({ notStatement: { statement } });

/** Decoded as API Gateway decodes it, so that nothing gets past by being spelt otherwise. */
const path = (regexString: string): Statement => ({
  regexMatchStatement: {
    regexString,
    fieldToMatch: { uriPath: {} },
    textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
  },
});

const post = (): Statement => ({
  byteMatchStatement: {
    searchString: 'POST',
    positionalConstraint: 'EXACTLY',
    fieldToMatch: { method: {} },
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** Whoever shows none of ours is refused by the function, and sends no mail. */
const hasToken = (): Statement => ({
  byteMatchStatement: {
    searchString: 'Bearer ',
    positionalConstraint: 'STARTS_WITH',
    fieldToMatch: { singleHeader: { Name: 'authorization' } },
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});
