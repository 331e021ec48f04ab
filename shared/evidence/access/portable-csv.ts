import { csvTable } from '../csv-table';
import type { PortableData } from './portable';

/** One thing that is known: what it is about, when it was told, its name and what it says. */
type Row = readonly [category: string, number: number, at: string, name: string, value: string];

const HEAD = ['category', 'number', 'at', 'name', 'value'];

/** The same as a table for spreadsheets, one row for each thing; `number` tells things of one category apart. */
export function portableCsv({ identities, consents, orders, connections, language }: PortableData): string {
  const rows: Row[] = [
    ...identities.flatMap(({ at, fields, ...told }, n) => rowsOf('identity', n, at, { ...told, ...named(fields) })),
    ...consents.flatMap(({ since, ...consent }, n) => rowsOf('consent', n, since, consent)),
    ...orders.flatMap(({ requestedAt, ...ordered }, n) => rowsOf('order', n, requestedAt, ordered)),
    ...connections.flatMap(({ at, ...connection }, n) => rowsOf('connection', n, at, { ...connection })),
  ];
  return csvTable([HEAD, ...rows.map((row) => row.map(String))], { language, forSpreadsheets: true });
}

/** A form's own questions, told apart from what every form has. */
function named(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([id, answer]) => [`fields.${id}`, answer]));
}

function rowsOf(category: string, n: number, at: string, values: Readonly<Record<string, string | null>>): Row[] {
  return Object.entries(values).flatMap(([name, value]): Row[] =>
    value === null ? [] : [[category, n + 1, at, name, value]],
  );
}
