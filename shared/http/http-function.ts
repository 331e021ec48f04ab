import middy, { type MiddlewareObj } from '@middy/core';
import { errorName, logger } from '../logger';
import type { Problem } from './problem';
import { problemOf } from './problem';
import { readRequest, type HttpRequest } from './request';
import { json, type HttpResponse } from './response';

export type HttpHandler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
export type ProblemAnswer = (problem: Problem, request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

/** A Lambda function behind the HTTP API: reads the event, and turns whatever is thrown into an answer. */
export function httpFunction(handle: HttpHandler, answerProblem: ProblemAnswer = problemJson) {
  return middy<unknown, HttpResponse>()
    .use(accessLog())
    .use(problems(answerProblem))
    .handler(async (event) => handle(readRequest(event)));
}

export function problemJson(problem: Problem): HttpResponse {
  return json(problem.status, problem, { 'Content-Type': 'application/problem+json', ...problem.headers });
}

/** The one place where errors become answers. Those of our own making are shown, all others only named in the log. */
function problems(answerProblem: ProblemAnswer): MiddlewareObj<unknown, HttpResponse> {
  return {
    onError: async (call) => {
      const problem = problemOf(call.error);
      const request = readRequest(call.event);
      if (problem.status >= 500) logger.error('failed', { routeKey: request.routeKey, error: errorName(call.error) });
      call.response = await answerProblem(problem, request);
    },
  };
}

/** Says of a refusal why: how often each comes is what an operator looks at in the morning. */
function accessLog(): MiddlewareObj<unknown, HttpResponse> {
  const log = (call: { event: unknown; response: HttpResponse | null; error: Error | null }): void => {
    const { event, response, error } = call;
    logger.info('answered', {
      routeKey: readRequest(event).routeKey,
      ...(response && { status: response.statusCode }),
      ...(error && { problem: problemOf(error).code }),
    });
  };
  return { after: log, onError: log };
}
