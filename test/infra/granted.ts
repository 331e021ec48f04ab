import type { Template } from 'aws-cdk-lib/assertions';
import type { Grant } from './allowed';
import { functions, named, referenced } from './synthesis';

interface Policy {
  readonly PolicyDocument: {
    readonly Statement: readonly {
      readonly Effect: string;
      readonly Action: string | readonly string[];
      readonly Resource: unknown;
      readonly Condition?: Grant['conditions'];
    }[];
  };
}

/** All that each function's role allows, one by one. */
export function granted(template: Template): Map<string, Grant[]> {
  const roles = named(template, 'AWS::IAM::Role');
  const of = (role: unknown): Grant[] => {
    const policies = (roles.get(referenced(role))?.Properties['Policies'] ?? []) as readonly Policy[];
    return policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(one));
  };
  return new Map([...functions(template)].map(([name, fn]) => [name, of(fn.Properties['Role'])]));
}

function one({ Effect, Action, Resource, Condition = {} }: Policy['PolicyDocument']['Statement'][number]): Grant[] {
  if (Effect !== 'Allow') throw new Error('A role that denies is not read here.');
  return [Action]
    .flat()
    .flatMap((action) =>
      [Resource].flat().map((on) => ({ action, id: idOf(on), path: pathOf(on), conditions: Condition })),
    );
}

const idOf = (on: unknown): string => (on === '*' ? '' : referenced(on));

/** The last of what an ARN is joined of, where it is words. */
function pathOf(on: unknown): string {
  const parts = (on as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join']?.[1] ?? [];
  const last = parts.at(-1);
  return parts.length > 1 && typeof last === 'string' ? last : '';
}
