import { createHash, timingSafeEqual } from 'node:crypto';
import type { Credentials, IncomingAnswer, OutgoingRequest } from '../adapter';

/** A call of a tool, as far as anything of it counts. */
export interface ToolCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What a tool says that became of somebody there; only ever something that takes away. */
export interface Heard {
  readonly kind: 'unsubscribed' | 'complaint' | 'permanent-bounce' | 'transient-bounce';
  readonly email?: string;
  /** The person's id here, from tools that know it. */
  readonly subject?: string;
  /** The tool's lists that it is about, or our purposes; without either, all that the processor mails for. */
  readonly lists?: readonly string[];
  readonly purposes?: readonly string[];
  readonly at?: Date;
  /** Whether it may be our own doing there, which has the time of a step of the person's. */
  readonly mayBeOurs?: boolean;
  /** The message, word for word. */
  readonly said: string;
}

/** Calls that it takes to find out; in the end what the tool said. */
export type Hearing = Generator<OutgoingRequest, readonly Heard[] | 'failed', IncomingAnswer>;

/** What a tool and we share, so that nobody else can speak for it. */
export type Shared = NonNullable<Credentials['reports']>;

/** How a tool reports, in its own words. What it says of anybody who joins is nothing to us. */
export interface Inbound {
  isGenuine(call: ToolCall, shared: Shared, now: Date): boolean;
  hear(text: string, credentials: Credentials): Hearing;
  /** What it wants to be answered when it looks whether there is somebody. */
  greet?(call: ToolCall, shared: Shared): string | undefined;
}

/** In the same time, whatever is compared. */
export function isSame(given: string | undefined, expected: string): boolean {
  const [one, other] = [given ?? '', expected].map((text) => createHash('sha256').update(text).digest());
  return given !== undefined && timingSafeEqual(one as Buffer, other as Buffer);
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON objects that a text says, one or a list of them; none for what is no JSON. */
export function objectsIn(text: string): readonly JsonObject[] {
  const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;
  try {
    return [JSON.parse(text) as unknown].flat().filter(isObject);
  } catch {
    return [];
  }
}

/** Undefined for what is no time: then nobody knows when. */
export function momentOf(value: string | number): Date | undefined {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
