import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** A press is a click, Enter, or a choice in a list. What is typed is none. */
const COUNTING = `
  window.presses = [];
  performance.setResourceTimingBufferSize(5000);
  const count = (event) => {
    if (event.type !== 'keydown' || event.key === 'Enter') window.presses.push(performance.now());
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, count, true);
  addEventListener('change', (event) => event.target.matches('select') && count(event), true);
`;

/** From each press to the end of the last answer that it asked for: what is shown needs nothing else. */
const LONGEST = `
  Math.max(0, ...window.presses.map((pressed, n, all) => {
    const isOf = ({ startTime }) => startTime >= pressed && startTime < (all[n + 1] ?? Infinity);
    const ends = performance.getEntriesByType('resource').filter(isOf).map(({ responseEnd }) => responseEnd - pressed);
    return Math.max(0, ...ends);
  }))
`;

interface Presses {
  readonly count: number;
  /** Milliseconds that the slowest of them took to be answered. */
  readonly longest: number;
}

/** Counts from now on, as long as the page is not loaded anew; gives how to ask what there was. */
export async function pressesOn(page: Page): Promise<() => Promise<Presses>> {
  await page.evaluate(COUNTING);
  return async () => ({
    count: await page.evaluate<number>('window.presses.length'),
    longest: await page.evaluate<number>(LONGEST),
  });
}

/** The tables of docs/console.md: what somebody wants to do, and how many presses that takes. */
export function documentedPresses(task: string): number | undefined {
  const docs = readFileSync(path.resolve('docs', 'console.md'), 'utf8');
  const rows = [...docs.matchAll(/^\| ([A-Z][^|]+?) +\| (\d+) +\|/gm)];
  const presses = rows.find(([, name]) => name === task)?.[2];
  return presses === undefined ? undefined : Number(presses);
}
