import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { System } from './person';

/**
 * Runs a command of the operators against the system, with a folder for its files.
 *
 * @param said what it prints is added to it
 */
export async function operate(
  system: System,
  command: (args: string[]) => Promise<number>,
  args: (folder: string) => readonly string[],
  look: (folder: string) => Promise<void>,
  said: string[] = [],
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'consent-operate-'));
  const { origin } = new URL((await system.visitor.get('/_local/health')).url);
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const code = await command([...args(folder), '--url', origin, '--state', path.join(folder, 'state.json')]);
    await look(folder);
    return code;
  } finally {
    spy.mockRestore();
    await rm(folder, { recursive: true });
  }
}
