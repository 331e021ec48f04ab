/** How often a call is made that fails for a passing reason. Repeating is harmless with every call that there is. */
const TRIES = 4;
const PASSING = new Set([429, 500, 502, 503, 504]);

/** Calls again while the reason why it failed may pass, or nobody answers. */
export async function patiently(call: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const answer = await call().catch(() => undefined);
    if (answer && !PASSING.has(answer.status)) return answer;
    await pause(answer, tries);
  }
  return call();
}

/** As long as the answer says, or else longer each time; never the same, so that not all callers come back at once. */
function pause(answer: Response | undefined, tries: number): Promise<void> {
  const asked = Number(answer?.headers.get('retry-after') ?? Number.NaN);
  const ms = Number.isNaN(asked) ? 200 * 2 ** tries * (0.5 + Math.random()) : asked * 1000;
  return new Promise((resolve) => setTimeout(resolve, ms));
}
