import { randomUUID } from 'node:crypto';
import { TABLES } from '../../local/aws';
import { authorize } from '../../local/gateway/authorizer';
import { splitTarget, toEvent } from '../../local/gateway/event';
import { route } from '../../local/gateway/router';
import { sendJson, serve } from '../../local/http';
import type { Claims } from '../../shared/http/grants';
import { environment } from '../integration/world-environment';
import { bearers } from '../integration/bearers';
import { runFunction } from '../integration/run-function';

export interface Pressed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How often the function asked for, or wrote, anything at all meanwhile. */
  readonly touched: number;
}

export interface Sent {
  /** What the access token says; without, there is none. */
  readonly claims?: Claims;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Pressing {
  /** Sends a request to `<method> <path>`, as it stands on the request line. */
  press(target: string, sent: Sent): Promise<Pressed>;
  stop(): Promise<void>;
}

/**
 * Every function from source behind the gateway's own routes and authorizer, and behind them nothing: whatever a function asks for
 * is counted, and fails. So nothing can be read or written where nothing was asked for.
 */
export async function startPressing(): Promise<Pressing> {
  let touched = 0;
  const nothing = await serve((_, response) => {
    touched += 1;
    sendJson(response, 500, { __type: 'InternalServerError' });
  });
  const port = Number(new URL(nothing.url).port);
  Object.assign(process.env, TABLES, environment(nothing.url, nothing.url, nothing.url, port), {
    AWS_MAX_ATTEMPTS: '1',
    AWS_ENDPOINT_URL_SNS: nothing.url,
  });
  const signers = await bearers();
  const press = async (target: string, { claims, body, headers = {} }: Sent): Promise<Pressed> => {
    const [method = '', address = ''] = target.split(/ (.*)/s);
    const match = route(method, splitTarget(address).path);
    const isChecked = match.function === 'signup';
    const token = claims && isChecked ? { authorization: `Bearer ${await signers.signClaims(claims)}` } : {};
    const sent = { ...(body && { 'content-type': 'application/json' }), ...token, ...headers };
    const event = toEvent(
      {
        method,
        target: address,
        httpVersion: '1.1',
        headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])),
        remoteAddress: '203.0.113.7',
        body: Buffer.from(body ? JSON.stringify(body) : ''),
        requestId: randomUUID(),
        at: new Date(),
      },
      match,
    );
    if (match.scope) {
      const verdict = await authorize(claims && 'Bearer x', match.scope, {
        verify: () => Promise.resolve(claims ?? {}),
      });
      if ('status' in verdict) return { status: verdict.status, headers: {}, body: verdict.message, touched: 0 };
      Object.assign(event.requestContext, { authorizer: verdict });
    }
    const before = touched;
    const answer = await runFunction<{ statusCode: number; headers: Record<string, string>; body: string }>(
      match.function,
      event,
    );
    return { status: answer.statusCode, headers: answer.headers, body: answer.body, touched: touched - before };
  };
  const stop = async (): Promise<void> => {
    await signers.stop();
    await nothing.close();
  };
  return { press, stop };
}
