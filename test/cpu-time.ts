/**
 * What takes longer grows by the square, or faster: what is given is long enough for that to take minutes. What does not takes
 * a fifth of a second; but in a process that has run a hundred suites its garbage is collected along with theirs, by threads
 * whose time counts, too: then it was a whole second, three times in a row.
 */
const LONG_MS = 5_000;

/**
 * Whatever else runs on the machine takes its own processor time. It does take caches away, though, so that what seems to
 * take long is measured again, twice at most, and the least counts.
 */
export function expectLittleTime(work: () => void): void {
  let least = Infinity;
  for (let n = 0; n < 3 && least >= LONG_MS; n += 1) least = Math.min(least, measured(work));
  expect(least).toBeLessThan(LONG_MS);
}

function measured(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
