import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import type { Report } from '../report';

const TROUBLE = ['WARN', 'ERROR', 'CRITICAL'];

export interface FunctionLog {
  readonly take: (name: string, line: string) => void;
  close(): Promise<void>;
}

/** Keeps what functions print, as CloudWatch would; of errors and warnings it also makes a short report. */
export function openLog(dataDir: string, report: Report): FunctionLog {
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = createWriteStream(path.join(folder, 'functions.ndjson'), { flags: 'a' });
  const take = (name: string, line: string): void => {
    file.write(`${line}\n`);
    const trouble = troubleIn(line);
    if (trouble !== undefined) report(`${name}: ${trouble}`);
  };
  const close = async (): Promise<void> => {
    file.end();
    await once(file, 'close');
  };
  return { take, close };
}

function troubleIn(line: string): string | undefined {
  try {
    const { level, message, error = '' } = JSON.parse(line) as Record<string, string>;
    return TROUBLE.includes(level ?? '') ? `${message} ${error}`.split('\n')[0]?.trim() : undefined;
  } catch {
    return line;
  }
}
