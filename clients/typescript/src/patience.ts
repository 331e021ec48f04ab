/** Reasons that may pass: too many calls, or the ledger is not well. Repeating is harmless with every call that there is. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** No answer can make the caller wait for longer between two tries. */
const LONGEST_PAUSE_MS = 30_000;

/** Calls again while the reason why it failed may pass, or nobody answers. */
export async function patiently(call: () => Promise<Response>, tries = 4): Promise<Response> {
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
  const ms = Number.isNaN(asked) ? 200 * 2 ** tried * (0.5 + Math.random()) : asked * 1000;
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_PAUSE_MS)));
}
