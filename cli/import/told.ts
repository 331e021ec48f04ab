import type { Span } from './moment';

/** A fault of a row: in which column, and what to do. Never quotes the value, which may be personal. */
export interface Flaw {
  readonly field: string;
  readonly detail: string;
}

/** What a row tells, field by field, and what is wrong with it. */
export interface Told {
  readonly get: (field: string) => string | undefined;
  /** When it was; undefined where there is no time, or it is none. */
  readonly moment: (field: string) => Span | undefined;
  readonly has: (field: string) => boolean;
}

/** What a cell says yes with. */
export const YES = /^(yes|true|ja|wahr|1|x)$/i;

export function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, said]) => said !== undefined));
}

export const flaw = (field: string, detail: string): Flaw => ({ field, detail });
