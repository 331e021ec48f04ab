import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Thrown when a command cannot do anything with what it was given; the message says what to give. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** Reads a command's arguments. @throws {BadUsage} */
export function readArgs<T extends ParseArgsConfig>(config: T, help: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new BadUsage(`${(error as Error).message}\n\n${help}`);
  }
}
