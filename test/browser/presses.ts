import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** A press is a click, Enter, or a choice in a list. What is typed is none. */
const COUNTING = `
  window.presses = 0;
  const count = (event) => {
    if (event.type !== 'keydown' || event.key === 'Enter') window.presses += 1;
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, count, true);
  addEventListener('change', (event) => event.target.matches('select') && count(event), true);
`;

/** Counts from now on, as long as the page is not loaded anew; gives how to ask how many there were. */
export async function pressesOn(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(COUNTING);
  return () => page.evaluate<number>('window.presses');
}

/** The tables of docs/console.md: what somebody wants to do, and how many presses that takes. */
export function documentedPresses(task: string): number | undefined {
  const docs = readFileSync(path.resolve('docs', 'console.md'), 'utf8');
  const rows = [...docs.matchAll(/^\| ([A-Z][^|]+?) +\| (\d+) +\|/gm)];
  const presses = rows.find(([, name]) => name === task)?.[2];
  return presses === undefined ? undefined : Number(presses);
}
