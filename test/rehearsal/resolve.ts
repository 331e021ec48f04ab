import { ACCOUNT, REGION } from '../../local/aws';
import type { Types } from './resources';
import type { Resource, Template } from './synthesised';

type Json = Readonly<Record<string, unknown>>;

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'rehearsal',
};

const arnOf = (id: string): string => `arn:aws:rehearsal:${REGION}:${ACCOUNT}:${id}`;

/** The logical id in an ARN. */
export function idOf(arn: string): string {
  return arn.split(':')[5]?.split('/')[0] ?? '';
}

/** What CloudFormation makes of references, as far as they occur. @throws an error for whatever else is asked */
export class Resolver {
  constructor(
    private readonly template: Template,
    /** Where the API is reached. */
    private readonly url: string,
  ) {}

  /** The resources of a type, by their logical ids. */
  all<Type extends keyof Types>(type: Type): Map<string, Types[Type]> {
    const found = Object.entries(this.template.Resources).filter(([, resource]) => resource.Type === type);
    return new Map(found.map(([id, { Properties }]) => [id, this.value(Properties) as Types[Type]]));
  }

  one<Type extends keyof Types>(type: Type): Types[Type] {
    const [found, ...more] = this.all(type).values();
    if (!found || more.length > 0) throw new Error(`There is not one ${type} in the template.`);
    return found;
  }

  private value(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.value(each));
    if (value === null || typeof value !== 'object') return value;
    const [only, ...more] = Object.entries(value as Json);
    if (only && more.length === 0 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) return this.call(...only);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.value(each)]));
  }

  private call(name: string, given: unknown): unknown {
    const args = name === 'Fn::GetAtt' ? given : this.value(given);
    switch (name) {
      case 'Ref':
        return PSEUDO[args as string] ?? this.reference(args as string);
      case 'Fn::GetAtt':
        return this.attribute(...(args as [string, string]));
      case 'Fn::Join':
        return (args as [string, string[]])[1].join((args as [string, string[]])[0]);
      case 'Fn::Split':
        return (args as [string, string])[1].split((args as [string, string])[0]);
      case 'Fn::Select':
        return (args as [number, unknown[]])[1][(args as [number, unknown[]])[0]];
      case 'Fn::Sub':
        return (args as string).replace(/\$\{([\w:]+)\}/g, (_, id: string) => PSEUDO[id] ?? this.reference(id));
      default:
        throw new Error(`The rehearsal does not know what ${name} makes of ${JSON.stringify(given)}.`);
    }
  }

  /** What a `Ref` is. */
  reference(id: string): string {
    const { Type, Properties } = this.known(id);
    switch (Type) {
      case 'AWS::SecretsManager::Secret':
      case 'AWS::SNS::Topic':
        return arnOf(id);
      case 'AWS::Cognito::UserPoolResourceServer':
        return String(Properties['Identifier']);
      case 'AWS::S3::Bucket':
        return id.toLowerCase();
      default:
        return id;
    }
  }

  /** What a `Fn::GetAtt` is. */
  attribute(id: string, name: string): string {
    const { Type } = this.known(id);
    switch (name) {
      case 'Arn':
        return arnOf(id);
      case 'StreamArn':
        return `${arnOf(id)}/stream`;
      case 'ApiEndpoint':
        return this.url;
      case 'ProviderURL':
        return `https://cognito-idp.${REGION}.amazonaws.com/${id}`;
      default:
        throw new Error(`The rehearsal does not know what ${name} of ${id} (${Type}) is.`);
    }
  }

  private known(id: string): Resource {
    const found = this.template.Resources[id];
    if (!found) throw new Error(`The template refers to ${id}, which is not in it.`);
    return found;
  }
}
