import type { Credentials, IncomingAnswer, OutgoingRequest } from '../adapter';
import type { Heard } from '../inbound/report';

/** Some of those who left at a tool, or whom it blocks. */
export interface Found {
  readonly heard: readonly Heard[];
  /** Where to go on, in the tool's own numbers; undefined where there is nobody else. */
  readonly next?: number | undefined;
}

/** Calls that it takes to find out; in the end what the tool said. */
export type Asking = Generator<OutgoingRequest, Found | 'failed', IncomingAnswer>;

/**
 * How a tool that reports nothing by itself is asked: for all who are out there now, a page at a time, from 0 on.
 * Whoever is out is said each time, so there is no day that could be missed.
 */
export type Asked = (from: number, credentials: Credentials) => Asking;
