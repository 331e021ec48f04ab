import path from 'node:path';
import { buildSync } from 'esbuild';
import { CREDENTIALS, REGION, SESSION_TOKEN } from '../../local/aws';
import type { Clock } from '../../local/clock';
import type { Report } from '../../local/report';
import { Lambda } from './lambda';
import type { Resolver } from './resolve';
import type { LambdaFunction } from './resources';

/** Where functions find what they talk to. */
export interface Outside {
  readonly secretsPort: number;
  readonly environment: Readonly<Record<string, string>>;
}

export interface FunctionsParts {
  /** The folder of the bundles that the template's functions are made of. */
  readonly bundles: string;
  readonly folder: string;
  readonly clock: Clock;
  readonly outside: Outside;
  readonly report: Report;
}

const SECRETS_EXTENSION = 'AWS-Parameters-and-Secrets-Lambda-Extension';

/** The functions of the template. What their sandboxes add to its environment is here alone. */
export function startFunctions(
  template: Resolver,
  { bundles, folder, clock, outside, report }: FunctionsParts,
): Map<string, Lambda> {
  const bootstrap = path.join(folder, 'bootstrap.js');
  const entryPoints = [path.join(__dirname, 'bootstrap.ts')];
  buildSync({ entryPoints, outfile: bootstrap, bundle: true, platform: 'node', target: 'node20', format: 'cjs' });
  const make = ([id, { Handler, MemorySize, Timeout, Layers = [], Environment }]: [string, LambdaFunction]) => {
    const { Variables: variables } = Environment;
    const name = variables['POWERTOOLS_SERVICE_NAME'] ?? '';
    const hasExtension = Layers.some((layer) => layer.includes(SECRETS_EXTENSION));
    const environment = {
      ...variables,
      ...(hasExtension && { PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: String(outside.secretsPort) }),
      ...outside.environment,
      ...CREDENTIALS,
      AWS_SESSION_TOKEN: SESSION_TOKEN,
      AWS_DEFAULT_REGION: REGION,
      AWS_LAMBDA_FUNCTION_NAME: id,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      LAMBDA_TASK_ROOT: path.join(bundles, name),
      _HANDLER: Handler,
      TZ: ':UTC',
      // Nobody who is told is anywhere but here.
      PROCESSORS_ON_LOCALHOST: 'true',
    };
    const parts = { name, arn: id, bootstrap, environment, memoryMb: MemorySize, timeoutMs: 1000 * Timeout };
    const times = { offsetMs: () => clock.offsetMs(), now: () => clock.now().getTime() };
    const print = (line: string): void => tellTrouble(name, line, report);
    return [id, new Lambda({ ...parts, ...times, print }, report)] as const;
  };
  return new Map([...template.all('AWS::Lambda::Function')].map(make));
}

/** Of what functions print, the rehearsal shows what is no matter of course. */
function tellTrouble(name: string, line: string, report: Report): void {
  if (!/"level":"(INFO|DEBUG)"|"_aws":/.test(line)) report(`${name}: ${line}`);
}
