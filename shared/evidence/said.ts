/** The lines of which there is something to say. */
export function said(lines: readonly (string | false | undefined)[]): string[] {
  return lines.filter((line) => typeof line === 'string' && line !== '') as string[];
}
