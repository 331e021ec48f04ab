import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ConsentLedger, type ConsentLedgerProps } from '../../infra/consent-ledger';
import { testWitness } from '../log/witness-key';
import { ASSEMBLIES, BUNDLES, TEMPLATES } from '../once/made';
import { whole } from './whole';

const cdkJson = JSON.parse(readFileSync(path.join(__dirname, '../../cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

// Takes seconds, and `npm run synth` does it, too: CloudFormation's own rules, and a stack trace for each resource.
process.env['CDK_VALIDATION'] = 'false';
process.env['CDK_DISABLE_STACK_TRACE'] = '1';
// One folder for all apps of a process: bundles are copied there once, and not into a new one of the system's for each app.
process.env['CDK_OUTDIR'] = path.join(ASSEMBLIES, String(process.pid));

/** What every stack has to be told. */
export const NEEDED = { sites: path.join(__dirname, 'one-site', 'sites.ts'), senderDomains: ['example.com'] };

/** One who cosigns, as settings name them. */
export const WITNESS = `${testWitness('witness.example/w1', 21).key} https://witness.example/w1`;

/** An app with this project's feature flags. */
export function newApp(): App {
  return new App({ context: cdkJson.context });
}

export function newStack(app: App, region: string | undefined = 'eu-central-1'): Stack {
  return new Stack(app, 'Stack', { env: { account: '111111111111', region } });
}

/** With the bundles of the examples, whatever its sites: they are what it takes to synthesise, and no template shows them. */
export function newLedger(stack: Stack, props: Partial<ConsentLedgerProps> = {}): ConsentLedger {
  return new ConsentLedger(stack, 'Consent', { ...NEEDED, bundles: BUNDLES, ...props });
}

/** What `ConsentLedger` becomes with these props, which have to be data alone: synthesised once, for all suites. */
export function synthesize(props: Partial<ConsentLedgerProps> = {}): Template {
  const name = createHash('sha256').update(JSON.stringify(props)).digest('hex');
  const file = path.join(TEMPLATES, `${name}.json`);
  if (!existsSync(file)) {
    const stack = newStack(newApp());
    newLedger(stack, props);
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(whole(stack).toJSON()));
    renameSync(unfinished, file);
  }
  return Template.fromJSON(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string[];
}

/** What is found at a path into a resource's properties; undefined if the path ends early. */
export function property(resource: Resource | undefined, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], resource?.Properties);
}

export function resources(template: Template, type: string): Map<string, Resource> {
  return new Map(Object.entries(template.findResources(type) as Record<string, Resource>));
}

/** The same by logical id without AWS CDK's hash. */
export function named(template: Template, type: string): Map<string, Resource> {
  return new Map([...resources(template, type)].map(([id, resource]) => [referenced({ Ref: id }), resource]));
}

export function only(template: Template, type: string): Resource {
  const [first, ...others] = resources(template, type).values();
  if (!first || others.length > 0) throw new Error(`Expected one ${type}, found ${others.length + (first ? 1 : 0)}.`);
  return first;
}

/** The functions by their name in `functions/`. */
export function functions(template: Template): Map<string, Resource> {
  const found = [...resources(template, 'AWS::Lambda::Function').values()];
  return new Map(found.map((fn) => [variables(fn)['POWERTOOLS_SERVICE_NAME'] as string, fn]));
}

/** A function's environment. */
export function variables(fn: Resource | undefined): Record<string, unknown> {
  return property(fn, 'Environment', 'Variables') as Record<string, unknown>;
}

/** The logical id that a value of a template refers to, without AWS CDK's hash: `ConsentTablesLedger`. */
export function referenced(value: unknown): string {
  const json = JSON.stringify(value) ?? '';
  const id = /"(?:Ref":|Fn::GetAtt":\[)"(?!AWS::)(\w+)"/.exec(json)?.[1];
  return id ? id.replace(/[0-9A-F]{8}$/, '') : json;
}
