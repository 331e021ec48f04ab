/** What the doctor found of one thing. */
export interface Finding {
  /** `wrong`: a deployment, or mail, fails at it; `look`: something to know, or to do one day; `unasked`: nobody answered. */
  readonly level: 'wrong' | 'look' | 'unasked';
  readonly what: string;
  readonly why: string;
  /** A command, or a place. */
  readonly todo: string;
}

export const wrong = (what: string, why: string, todo: string): Finding => ({ level: 'wrong', what, why, todo });
export const look = (what: string, why: string, todo: string): Finding => ({ level: 'look', what, why, todo });

const SIGNS: Readonly<Record<Finding['level'], string>> = { wrong: '!', look: '-', unasked: '?' };

/** As lines to read, what is wrong first. */
export function told(found: readonly Finding[]): string[] {
  const inOrder = (['wrong', 'unasked', 'look'] as const).flatMap((level) =>
    found.filter((finding) => finding.level === level),
  );
  return inOrder.flatMap(({ level, what, why, todo }) => [`${SIGNS[level]} ${what}`, `    ${why}`, `    -> ${todo}`]);
}

/** 0: nothing is wrong; 1: something is; 2: nobody knows, as not everything could be asked. */
export function exitCodeOf(found: readonly Finding[]): number {
  if (found.some(({ level }) => level === 'wrong')) return 1;
  return found.some(({ level }) => level === 'unasked') ? 2 : 0;
}
