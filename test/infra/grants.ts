import type { Template } from 'aws-cdk-lib/assertions';
import { functions, property, referenced, type Resource, resources } from './synthesis';

export interface Statement {
  readonly actions: string[];
  /** Logical ids; see `referenced`. */
  readonly resources: string[];
  readonly condition?: unknown;
}

/** What each function's role allows. */
export function grants(template: Template): Map<string, Statement[]> {
  const policies = [...resources(template, 'AWS::IAM::Policy').values()];
  return new Map([...functions(template)].map(([name, fn]) => [name, statementsOf(fn, policies)]));
}

function statementsOf(fn: Resource, policies: readonly Resource[]): Statement[] {
  const role = referenced(fn.Properties['Role']);
  return policies
    .filter((policy) => (property(policy, 'Roles') as unknown[]).some((other) => referenced(other) === role))
    .flatMap((policy) => property(policy, 'PolicyDocument', 'Statement') as Record<string, unknown>[])
    .map(({ Action, Resource, Condition }) => ({
      actions: [Action].flat() as string[],
      resources: [Resource].flat().map(referenced),
      condition: Condition,
    }));
}
