/** Reasons that may pass: too many calls, or the ledger is not well. Repeating is harmless with every call that there is. */
export const PASSING: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

/** No answer can make the caller wait for longer between two tries. */
const LONGEST_PAUSE_MS = 30_000;

export const DEFAULT_TRIES = 4;

/** Calls again while the reason why it failed may pass, or nobody answers. */
export async function patiently(call: () => Promise<Response>, tries = DEFAULT_TRIES): Promise<Response> {
  for (let tried = 1; tried < tries; tried += 1) {
    const answer = await call().catch(() => undefined);
    if (answer && !PASSING.has(answer.status)) return answer;
    await pause(answer, tried);
  }
  return call();
}

/** As long as the answer says, or else longer each time; never the same, so that not all callers come back at once. */
function pause(answer: Response | undefined, tried: number): Promise<void> {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  return Number.isNaN(asked) ? pauseBefore(tried) : wait(asked * 1000);
}

/** Before what was tried so often is tried again, where nobody says how long to wait. */
export const pauseBefore = (tried: number): Promise<void> => wait(200 * 2 ** tried * (0.5 + Math.random()));

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_PAUSE_MS)));
