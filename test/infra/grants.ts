import type { Template } from 'aws-cdk-lib/assertions';
import { functions, named, referenced, type Resource } from './synthesis';

export interface Statement {
  readonly actions: string[];
  /** Logical ids; see `referenced`. */
  readonly resources: string[];
  readonly condition?: unknown;
}

/** What each function's role allows. */
export function grants(template: Template): Map<string, Statement[]> {
  const roles = named(template, 'AWS::IAM::Role');
  return new Map(
    [...functions(template)].map(([name, fn]) => [name, statementsOf(roles.get(referenced(fn.Properties['Role'])))]),
  );
}

/** What a role allows, all of which stands in it. */
export function statementsOf(role: Resource | undefined): Statement[] {
  const policies = (role?.Properties['Policies'] ?? []) as {
    PolicyDocument: { Statement: Record<string, unknown>[] };
  }[];
  return policies
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .map(({ Action, Resource: on, Condition }) => ({
      actions: [Action].flat() as string[],
      resources: [on].flat().map(referenced),
      condition: Condition,
    }));
}
