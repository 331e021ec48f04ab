import { NestedStack, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

type Json = Record<string, unknown>;

interface StackJson extends Json {
  readonly Resources: Record<string, Json & { readonly DependsOn?: string | string[] }>;
  readonly Outputs?: Record<string, { readonly Value: unknown }>;
}

/** A stack and the stacks in it as one template: what CloudFormation makes of them all. */
export function whole(stack: Stack): Template {
  const nested = stack.node.findAll().filter((child) => child instanceof NestedStack);
  return Template.fromJSON(nested.reduce(withNested, Template.fromStack(stack).toJSON() as StackJson));
}

/** Puts the resources of a stack in the place of the one resource that it is in the stack around it. */
function withNested({ Resources, ...rest }: StackJson, nested: NestedStack): StackJson {
  const id = nested.nestedStackParent?.resolve(nested.nestedStackResource?.logicalId) as string;
  const { [id]: asResource, ...outer } = Resources;
  const { Parameters = {} } = asResource!['Properties'] as { Parameters?: Json };
  const inner = Template.fromStack(nested).toJSON() as StackJson;
  const givenIn = replacing((name, args) => (name === 'Ref' ? Parameters[args as string] : undefined));
  const given = givenIn(inner.Resources) as StackJson['Resources'];
  const told = replacing((name, args) =>
    name === 'Fn::GetAtt' && Array.isArray(args) && args[0] === id
      ? inner.Outputs?.[String(args[1]).replace('Outputs.', '')]?.Value
      : undefined,
  );
  const isBefore = [asResource!.DependsOn ?? []].flat();
  return {
    ...rest,
    Resources: {
      ...Object.fromEntries(
        Object.entries(told(outer) as StackJson['Resources']).map(([key, { DependsOn, ...resource }]) => [
          key,
          DependsOn
            ? { ...resource, DependsOn: [DependsOn].flat().flatMap((on) => (on === id ? Object.keys(given) : [on])) }
            : resource,
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(given).map(([key, { DependsOn = [], ...resource }]) => {
          const after = [...[DependsOn].flat(), ...isBefore];
          return [key, after.length > 0 ? { ...resource, DependsOn: after } : resource];
        }),
      ),
    },
  };
}

/** A copy in which what is written as `{ name: args }` is another value, if there is one for it. */
function replacing(other: (name: string, args: unknown) => unknown): (value: unknown) => unknown {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value);
    const [only, ...more] = entries;
    const replaced = only && more.length === 0 ? other(...only) : undefined;
    return replaced ?? Object.fromEntries(entries.map(([key, each]) => [key, copy(each)]));
  };
  return copy;
}
