import { useEffect, useRef, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'there'; readonly value: T }
  | { readonly is: 'trouble'; readonly error: unknown };

/**
 * What a call answers, and how to call again: `again` begins anew, `refresh` leaves what is there until another answer has come.
 * What an earlier call answers late is passed over.
 */
export function useLoaded<T>(call: () => Promise<T>, of: readonly unknown[]) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ is: 'loading' });
  const [{ round, isQuiet }, setRound] = useState({ round: 0, isQuiet: false });
  const begun = useRef(round);
  useEffect(() => {
    // Where something else is to be shown, nothing of before is left.
    const isRefresh = isQuiet && begun.current !== round;
    begun.current = round;
    let isMeant = true;
    const set = (state: Loaded<T>): void => {
      if (isMeant) setLoaded(state);
    };
    if (!isRefresh) setLoaded({ is: 'loading' });
    call().then(
      (value) => set({ is: 'there', value }),
      (error: unknown) => set({ is: 'trouble', error }),
    );
    return () => {
      isMeant = false;
    };
  }, [...of, round]);
  const next = (isQuiet: boolean) => () => setRound((before) => ({ round: before.round + 1, isQuiet }));
  return { loaded, again: next(false), refresh: next(true) };
}
