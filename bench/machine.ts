import os from 'node:os';
import type { Table } from './table';

/** The machine on which the numbers were measured, without its name. */
export function machine(): Table {
  const [cpu] = os.cpus();
  const gigabytes = os.totalmem() / 2 ** 30;
  return {
    title: 'Machine',
    columns: ['', 'measured on'],
    rows: [
      ['CPU', cpu?.model.trim() ?? 'unknown'],
      ['cores', os.cpus().length],
      ['memory', `${gigabytes.toFixed(0)} GiB`],
      ['system', `${os.type()} ${os.arch()}`],
      ['Node', process.version],
      ['load at the start', os.loadavg()[0]?.toFixed(1) ?? ''],
    ],
  };
}
