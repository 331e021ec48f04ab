export type InTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** Works of parts that go on side by side, one after the other, whoever of them failed: for what they write into one file. */
export function inTurns(): InTurns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
