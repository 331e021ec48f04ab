import type * as z from '../zod';
import type { Operation } from './operation';
import { json, type HttpResponse } from './response';

declare const byContract: unique symbol;

/** An answer that was checked against the contract when it was compiled. Nobody else can make one. */
export type Answered = HttpResponse & { readonly [byContract]: true };

type AnswersOf<O extends Operation> = ReturnType<ReturnType<O['answers']>>;

type Media<A> = A extends { readonly content: infer Content } ? keyof Content : never;

type Json<A> = A extends { readonly content: { readonly 'application/json': infer S extends z.ZodMiniType } }
  ? Given<z.output<S>>
  : never;

/** What may be given for a value: the same that nobody may change. An object of which nothing is known may be any. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends Readonly<Record<string, unknown>>
    ? string extends keyof T
      ? unknown extends T[string]
        ? object
        : Readonly<Record<string, Given<T[string]>>>
      : { readonly [K in keyof T]: Given<T[K]> }
    : T;

type Headers = Readonly<Record<string, string>>;

/** How an operation is answered: only as its contract says. */
export interface Answering<O extends Operation> {
  json<S extends keyof AnswersOf<O> & number>(status: S, value: Json<AnswersOf<O>[S]>, headers?: Headers): Answered;
  /** In another form that the contract has, such as a file. */
  as<S extends keyof AnswersOf<O>>(type: Media<AnswersOf<O>[S]>, response: HttpResponse): Answered;
}

const plainly = {
  json,
  as: (_: string, response: HttpResponse) => response,
};

/** The answers of an operation, for functions that have more to do than {@link serve} does. */
export function answersOf<O extends Operation>(_: O): Answering<O> {
  return plainly as unknown as Answering<O>;
}
