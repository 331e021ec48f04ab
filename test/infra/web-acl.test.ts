import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { EDGE_REGION, EdgeStack } from '../../infra/edge-stack';
import { ROUTES } from '../../shared/http/routes';
import { only } from './synthesis';

/** Requests as WAF would see them, by rules that are worked off here as its documentation describes them. */
interface Request {
  readonly method: string;
  /** As it was sent. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Match {
  readonly FieldToMatch: Readonly<Record<string, { readonly Name?: string } | undefined>>;
  readonly TextTransformations: readonly { readonly Type: string }[];
}

interface Statement {
  readonly AndStatement?: { readonly Statements: readonly Statement[] };
  readonly NotStatement?: { readonly Statement: Statement };
  readonly RegexMatchStatement?: Match & { readonly RegexString: string };
  readonly ByteMatchStatement?: Match & { readonly SearchString: string; readonly PositionalConstraint: string };
  readonly RateBasedStatement?: {
    readonly Limit: number;
    readonly EvaluationWindowSec: number;
    readonly AggregateKeyType: string;
    readonly ScopeDownStatement: Statement;
  };
}

interface Rule {
  readonly Name: string;
  readonly Statement: Statement;
  readonly Action: { readonly Block?: { readonly CustomResponse: { readonly ResponseCode: number } } };
}

const edge = Template.fromStack(
  new EdgeStack(new App(), 'Edge', {
    env: { region: EDGE_REGION, account: '111111111111' },
    domainName: 'consent.example.com',
  }),
);
const { Rules, DefaultAction } = only(edge, 'AWS::WAFv2::WebACL').Properties as {
  Rules: Rule[];
  DefaultAction: object;
};

function read({ FieldToMatch, TextTransformations }: Match, { method, path, headers = {} }: Request): string {
  const raw = FieldToMatch['UriPath']
    ? path
    : FieldToMatch['Method']
      ? method
      : headers[FieldToMatch['SingleHeader']?.Name ?? ''];
  const decodes = TextTransformations.some(({ Type }) => Type === 'URL_DECODE');
  return decodes ? decodeURIComponent(raw ?? '') : (raw ?? '');
}

function matches(statement: Statement, request: Request): boolean {
  const { AndStatement: and, NotStatement: not, RegexMatchStatement: regex, ByteMatchStatement: byte } = statement;
  if (and) return and.Statements.every((one) => matches(one, request));
  if (not) return !matches(not.Statement, request);
  if (regex) return new RegExp(regex.RegexString).test(read(regex, request));
  if (!byte) throw new Error(`A statement that is not understood here: ${JSON.stringify(statement)}`);
  const text = read(byte, request);
  return byte.PositionalConstraint === 'EXACTLY' ? text === byte.SearchString : text.startsWith(byte.SearchString);
}

/** The names of the rules that count a request of an address. */
const countedBy = (request: Request): string[] =>
  Rules.flatMap(({ Name, Statement: { RateBasedStatement: rate } }) =>
    rate && matches(rate.ScopeDownStatement, request) ? [Name] : [],
  );

const TOKEN = 'A'.repeat(90);
const filled = (path: string): string =>
  path
    .replace('{site}', 'shop')
    .replace('{token}', TOKEN)
    .replace(/\{\w+\+?\}/g, 'x');
const LEAVING = /^\/(unsubscribe|preferences|confirm|keep|feedback)\//;

test('an address may send so many requests in five minutes: few sign-ups, and far more to leave', () => {
  const rates = Rules.flatMap(({ Name, Statement: { RateBasedStatement: rate } }) =>
    rate ? [[Name, rate.Limit, rate.EvaluationWindowSec, rate.AggregateKeyType]] : [],
  );
  expect(rates).toEqual([
    ['SignUps', 100, 300, 'IP'],
    ['Others', 2000, 300, 'IP'],
    ['Leaving', 30_000, 300, 'IP'],
  ]);
});

test('whatever no rule is about is let through; what is refused is told how', () => {
  expect(DefaultAction).toEqual({ Allow: {} });
  expect(Rules.map(({ Name, Action }) => [Name, Action.Block?.CustomResponse.ResponseCode])).toEqual([
    ['NoLinks', 404],
    ['SignUps', 429],
    ['Others', 429],
    ['Leaving', 429],
  ]);
});

const requests = ROUTES.flatMap(({ methods, path }) => methods.map((method) => [method, path] as const));

test.each(requests)('%s %s is counted by one budget, and what people leave by has its own', (method, path) => {
  const counted = countedBy({ method, path: filled(path) });
  const isSignUp = method === 'POST' && path.endsWith('/signups');
  expect(counted).toEqual([...(isSignUp ? ['SignUps'] : []), LEAVING.test(path) ? 'Leaving' : 'Others']);
});

describe('a sign-up', () => {
  const path = '/v1/sites/shop/signups';

  test.each<[string, Request, boolean]>([
    ['of a browser', { method: 'POST', path }, true],
    ['whose path is spelt in percent signs', { method: 'POST', path: '/v1/sites/shop/sign%75ps' }, true],
    ['of another site', { method: 'POST', path: '/v1/sites/blog/signups' }, true],
    ['with a header of another kind', { method: 'POST', path, headers: { authorization: 'Basic eHg=' } }, true],
    ['with a token in lower case', { method: 'POST', path, headers: { authorization: 'bearer x' } }, true],
    ['of a backend with a token', { method: 'POST', path, headers: { authorization: 'Bearer x' } }, false],
    ['that is only asked for (CORS)', { method: 'OPTIONS', path }, false],
    ['that was sent', { method: 'GET', path: `${path}/sent` }, false],
  ])('%s: %p is counted as one: %s', (_, request, isCounted) => {
    expect(countedBy(request).includes('SignUps')).toBe(isCounted);
  });
});

test.each([`/unsubscribe/${TOKEN}`, `/%75nsubscribe/${TOKEN}`, '/feedback/ses', '/feedback/shop/brevo'])(
  '%s is never counted with what others are',
  (path) => expect(countedBy({ method: 'POST', path })).toEqual(['Leaving']),
);

test.each(['/x', '/unsubscribed/x', '/v1/unsubscribe/x', '/', '/.env', '/wp-login.php'])(
  '%s is not counted as leaving, so that nobody uses that up by what leads nowhere',
  (path) => expect(countedBy({ method: 'POST', path })).toEqual(['Others']),
);
