import type { Asked } from './calls';

/** One action on one resource, under conditions. */
export interface Grant {
  readonly action: string;
  /** The logical id without AWS CDK's hash. */
  readonly id: string;
  /** What comes behind it in the ARN: `/checkpoints/*`. */
  readonly path: string;
  readonly conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Which of these calls no grant is for. */
export const denied = (grants: readonly Grant[], asked: readonly Asked[]): Asked[] =>
  asked.filter((call) => !grants.some((grant) => allows(grant, call)));

/** Whether a grant is for this. What is sent in the name of a sender is granted for all that may be one, or for none. */
export function allows({ action, id, path, conditions }: Grant, asked: Asked): boolean {
  return (
    action === asked.action &&
    (asked.id === '' ? id === '' || id.startsWith('ConsentMail') : id === asked.id && isLike(asked.path, path)) &&
    Object.entries(conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) => isMet(operator, asked.context[key], wanted)),
    )
  );
}

/** The operators of conditions that the roles have; there is no other. */
function isMet(operator: string, values: readonly string[] | undefined, wanted: unknown): boolean {
  const patterns = [wanted].flat();
  const isIn = (value: string): boolean =>
    patterns.some((pattern) =>
      typeof pattern === 'string' ? isLike(value, pattern) : JSON.stringify(pattern).includes(`"${value}.`),
    );
  switch (operator) {
    case 'ForAllValues:StringEquals':
    case 'ForAllValues:StringLike':
    case 'StringEquals':
      // IAM lets pass what says nothing of it (ForAllValues). Here whatever is looked at has to be known.
      return values !== undefined && values.every(isIn);
    case 'StringEqualsIfExists':
      return values === undefined || values.every(isIn);
    default:
      throw new Error(`What does ${operator} mean? Say so in test/infra/granted.ts.`);
  }
}

/** What was recorded ends where names of things begin, and so does a pattern. */
function isLike(value: string, pattern: string): boolean {
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}
