import { useEffect, useState } from 'preact/hooks';

export type Loaded<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'there'; readonly value: T }
  | { readonly is: 'trouble'; readonly error: unknown };

/** What a call answers, and how to call again. What an earlier call answers late is passed over. */
export function useLoaded<T>(call: () => Promise<T>, of: readonly unknown[]) {
  const [loaded, setLoaded] = useState<Loaded<T>>({ is: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isMeant = true;
    const set = (state: Loaded<T>): void => {
      if (isMeant) setLoaded(state);
    };
    setLoaded({ is: 'loading' });
    call().then(
      (value) => set({ is: 'there', value }),
      (error: unknown) => set({ is: 'trouble', error }),
    );
    return () => {
      isMeant = false;
    };
  }, [...of, round]);
  return { loaded, again: () => setRound(round + 1) };
}
