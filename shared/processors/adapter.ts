import type { SubjectId } from '../ids';
/** What a processor has to do about one person. */
export interface Task {
  /**
   * `subscribe`: may be mailed for the allowed purposes and for no others, also after a correction; `unsubscribe`: is to be
   * mailed for nothing now, and kept; `delete`: nothing is left to be mailed for, so delete the person.
   */
  readonly kind: 'subscribe' | 'unsubscribe' | 'delete';
  readonly site: string;
  /** The person's stable id at this site. */
  readonly subject: SubjectId;
  readonly email: string;
  /** The address that the processor knows the person by, where that was another. */
  readonly formerEmail?: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Further fields of the site that the processor may have been told, and that the person has no more. */
  readonly goneFields?: readonly string[];
  readonly language: string;
  /** All purposes of this processor: allowed now or not. */
  readonly purposes: readonly TaskPurpose[];
  /** When the processor was told to keep the person and mail for nothing, if that is the last that it was told. */
  readonly pausedAt?: string;
  /** When it was decided, ISO 8601. */
  readonly at: string;
  /** Names the step; the same for each attempt. */
  readonly id: string;
}

export interface TaskPurpose {
  readonly id: string;
  readonly allowed: boolean;
  readonly since?: string;
  /** Whether it is allowed now, and was not by what the processor was told last. */
  readonly isNew?: boolean;
  /**
   * When the person gave it in a double opt-in of which the processor has not heard yet. Nothing else lifts what the person or
   * the tool said there.
   */
  readonly givenAt?: string;
}

/** How to reach a processor: from its secret. */
export interface Credentials {
  readonly url: string;
  readonly key: string;
  /** For each purpose the list, group or interest that it is at the tool. */
  readonly lists?: Readonly<Record<string, string>>;
  /** By what the tool's own reports are known. */
  readonly reports?: {
    /** The secret in the URL, the token in a header, or the key of a signature. */
    readonly token: string;
    /** CleverReach's `verify`. */
    readonly verify?: string;
  };
}

/** The URL may hold an address where the tool asks for it there: never log it. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface IncomingAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * What the answers mean. `later`: accepted, its confirmation is still to come. `failed`: try all of it again, later. `gone`:
 * whoever was there wants nothing any more.
 */
export type Meaning = 'done' | 'later' | 'failed' | 'gone';

/**
 * The calls that a tool needs for a task, one after the other, each yielded and resumed with its answer; in the end what
 * the answers mean. Pure, and harmless to repeat from the start, whatever came of it before. `now` is for those who sign.
 */
export type Adapter = (
  task: Task,
  credentials: Credentials,
  now: Date,
) => Generator<OutgoingRequest, Meaning, IncomingAnswer>;

/** Makes the calls of an adapter. Whatever `send` throws ends it, and counts as failed for who calls this. */
export function carryOut(adapter: Adapter, task: Task, credentials: Credentials, send: Send): Promise<Meaning> {
  return follow(adapter(task, credentials, new Date()), send);
}

export type Send = (request: OutgoingRequest) => Promise<IncomingAnswer>;

/** Makes one call after the other, each answer going into the next. */
export async function follow<T>(calls: Generator<OutgoingRequest, T, IncomingAnswer>, send: Send): Promise<T> {
  let step = calls.next();
  while (!step.done) step = calls.next(await send(step.value));
  return step.value;
}
