/** What the words for a tool's trouble have, in any language. */
interface Words {
  readonly why: {
    readonly notConfigured: string;
    readonly noAddress: string;
    readonly unreachable: string;
    readonly stopped: string;
    readonly key: (status: number) => string;
    readonly notFound: string;
    readonly tooMany: string;
    readonly itsFault: (status: number) => string;
    readonly refused: (status: number | undefined) => string;
    readonly internal: string;
  };
  readonly todo: Readonly<Record<'access' | 'wait' | 'byHand' | 'resume' | 'tell', string>>;
}

/** Why a tool could not be told, and what to do about it, in sentences. */
export function troubleIn(
  { why, todo }: Words,
  { failure, status }: { readonly failure: string; readonly status?: number | undefined },
): readonly [why: string, todo: string] {
  if (failure === 'not-configured') return [why.notConfigured, todo.access];
  if (failure === 'no-address') return [why.noAddress, todo.byHand];
  if (failure === 'unreachable') return [why.unreachable, todo.wait];
  if (failure === 'stopped') return [why.stopped, todo.resume];
  if (failure !== 'refused') return [why.internal, todo.tell];
  if (status === 401 || status === 403) return [why.key(status), todo.access];
  if (status === 404) return [why.notFound, todo.access];
  if (status === 429) return [why.tooMany, todo.wait];
  return status !== undefined && status >= 500 ? [why.itsFault(status), todo.wait] : [why.refused(status), todo.access];
}
