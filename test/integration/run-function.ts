import { functionFile } from '../../infra/function-files';
import { watched } from './recorded-calls';

export const CONTEXT = { functionName: 'test', awsRequestId: 'test', getRemainingTimeInMillis: () => 30_000 };

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

/**
 * Calls a function as Lambda does. Functions read the environment when they load, so that a wrong deployment fails at once;
 * here that is when a test first calls one.
 */
export async function runFunction<Answer = unknown>(
  name: string,
  event: unknown = {},
  context: object = CONTEXT,
): Promise<Answer> {
  const { handler } = (await import(functionFile(name))) as { handler: Handler };
  return (await watched(name, () => handler(event, context))) as Answer;
}
