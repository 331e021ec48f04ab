import { existsSync } from 'node:fs';
import path from 'node:path';
import { ADJUSTABLE } from '../../shared/consent/consumers';
import { PERSON_ROLES, placeOf } from '../../shared/http/people';
import { clientOf, ROLES } from '../../shared/http/roles';
import { parseWitnesses, WitnessError } from '../../shared/log/configured-witness';
import * as z from '../../shared/zod';
import { runModule } from '../run-module';
import { REGIONS } from '../region';

/** Thrown when a stage's file cannot be used. Says everything that is wrong with it, where, and what to do. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const NAME = /^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/;
/** So that each of the functions that share it has a few. */
const LEAST_RESERVED = 20;

const matching = (pattern: RegExp, says: string) => z.string().check(z.regex(pattern, says));

const logKey = z.templateLiteral(
  [z.enum(['kms', 'secret']), '-', z.int().check(z.minimum(1))],
  'A key is named "kms-1" or "secret-1", with a number of its own.',
);
const domainName = matching(DOMAIN, 'This has to be a domain in lower case, such as "example.com".');
const certificate = (region: string) =>
  matching(
    /^arn:aws(-eusc)?:acm:[\w-]+:\d{12}:certificate\/.+$/,
    `This has to be the ARN of a certificate in ${region}.`,
  );
const address = z.url({
  protocol: /^https?$/,
  error: 'This has to be an address that begins with https:// or http://.',
});
const https = z.url({ protocol: /^https$/, error: 'This has to be an address that begins with https://.' });
const wholeNumber = (least: number, most: number) => {
  const says = `This has to be a whole number from ${least} to ${most}.`;
  return z.int(says).check(z.minimum(least, says), z.maximum(most, says));
};

/** API Gateway takes no authorizer that is for nobody. */
const NO_CLIENTS = 'Name a client, such as compliance@shop, or give an issuer: without one nobody gets a token.';

/** What each group, or whatever an issuer calls it, is good for. */
const roles = z.record(z.string(), z.array(z.string()).check(z.minLength(1)));

/** Machine clients in Cognito, each with the sites that it is for, or an issuer that is there already. */
const operators = z.union(
  [
    z.strictObject({
      clients: z.array(z.string()).check(z.minLength(1, NO_CLIENTS)),
      people: z.nullable(z.strictObject({ roles })),
    }),
    z.strictObject({
      issuer: https,
      audience: z.array(z.string()).check(z.minLength(1)),
      jwksUrl: z.nullable(https),
      scopePrefix: z.nullable(z.string()),
      siteClaim: z.nullable(z.string()),
      processorClaim: z.nullable(z.string()),
      people: z.nullable(
        z.strictObject({
          client: z.string(),
          claim: z.string(),
          roles,
          pages: z.nullable(z.strictObject({ authorize: https, token: https, logout: https })),
        }),
      ),
    }),
  ],
  'This has to be { clients: [...], people }, or { issuer, audience, jwksUrl, scopePrefix, siteClaim, processorClaim, people }.',
);

const tableName = matching(/^[\w.-]{3,255}$/, 'This has to be the name of a table.');

/** Restored, or brought along: docs/moving.md. */
const tablesInUse = z.strictObject({
  ledger: z.nullable(
    z.strictObject({
      name: tableName,
      streamArn: matching(/^arn:.+:table\/.+\/stream\/.+$/, 'This has to be the ARN of the stream of that table.'),
    }),
  ),
  vault: z.nullable(tableName),
  audience: z.nullable(tableName),
  log: z.nullable(tableName),
});

/**
 * All that a stage is: there are no defaults, so that nothing changes because somebody left something out. What there is none of
 * is null. docs/deployment.md says what each is.
 */
const stageSchema = z.strictObject({
  account: z.nullable(matching(/^\d{12}$/, 'This has to be the 12 digits of an AWS account, or null.')),
  region: z.enum(REGIONS, `This has to be a region of the EU/EEA that has Amazon SES: ${REGIONS.join(', ')}.`),
  isTrial: z.boolean(),
  sites: z.string(),
  senderDomains: z.array(domainName).check(z.minLength(1, 'Mail is sent from at least one domain.')),
  domainsInSes: z.array(domainName),
  domain: z.nullable(
    z.strictObject({
      name: domainName,
      certificateArn: z.nullable(certificate("the stage's region")),
      hostedZone: z.nullable(
        z.strictObject({ id: matching(/^Z[A-Z0-9]{1,31}$/, 'This begins with a Z.'), name: domainName }),
      ),
    }),
  ),
  edge: z.nullable(
    z.strictObject({
      webAclArn: z.nullable(matching(/^arn:aws:wafv2:us-east-1:/, 'This has to be the ARN of a web ACL in us-east-1.')),
      certificateArn: z.nullable(certificate('us-east-1')),
      originSecret: z.enum(['1', '2'], 'This has to be "1" or "2".'),
    }),
  ),
  inboxDomain: z.nullable(domainName),
  operators,
  trustedProxies: z.array(
    z.union([z.cidrv4(), z.cidrv6()], 'This has to be a network, such as "192.0.2.0/24" or "2001:db8::/32".'),
  ),
  reservedConcurrency: z.nullable(wholeNumber(LEAST_RESERVED, 100_000)),
  // SQS takes no other.
  batchesAtOnce: z.nullable(z.record(z.enum(ADJUSTABLE), wholeNumber(2, 1000))),
  logKeys: z.tuple([logKey], logKey),
  // S3 takes 36,500 days at most.
  archiveYears: wholeNumber(1, 99),
  timestampUrl: z.nullable(address),
  witnesses: z.array(z.string()),
  backups: z.boolean(),
  backupRegion: z.nullable(z.string()),
  alarmEmail: z.nullable(z.email()),
  tables: z.nullable(tablesInUse),
  secretsExtensionArn: z.nullable(matching(/^arn:/, 'This has to be the ARN of a layer.')),
});

/** What a stage's file exports as `stage`. */
export type StageInput = z.input<typeof stageSchema>;

/** A stage: one deployment, with a name of its own. */
export interface Stage extends z.output<typeof stageSchema> {
  /** As its file is called. It is part of the stacks' names. */
  readonly name: string;
  /** Absolute path of the module whose `sites` are served. */
  readonly sites: string;
}

/** Where stages are looked for by name. */
const FOLDER = 'stages';

/**
 * Reads a stage, by its name (`prod` is `stages/prod.ts`) or by its file.
 *
 * @throws {StageError}
 */
export function loadStage(given: string | undefined): Stage {
  if (!given) {
    throw new StageError(
      'Which stage? Say -- --stage NAME for stages/NAME.ts, or the path of such a file. docs/deployment.md says how to write it; ' +
        'for a look without any of your own: examples/stages/example.ts.',
    );
  }
  const file = path.resolve(given.endsWith('.ts') ? given : path.join(FOLDER, `${given}.ts`));
  if (!existsSync(file))
    throw new StageError(`There is no ${path.relative('', file)}. docs/deployment.md says how to write it.`);
  const { stage } = runModule(file) as { stage?: unknown };
  if (stage === undefined) throw new StageError(`${path.relative('', file)} has to export "stage".`);
  return parseStage(stage, file);
}

/** @throws {StageError} naming each thing that is wrong with it */
export function parseStage(stage: unknown, file: string): Stage {
  const name = path.basename(file, '.ts');
  if (!NAME.test(name)) {
    throw new StageError(
      `A stage cannot be called "${name}": 1 to 20 lower-case letters, digits and hyphens, such as "prod".`,
    );
  }
  const parsed = stageSchema.safeParse(stage);
  const wrong = parsed.success ? contradictions(parsed.data, path.dirname(file)) : shortcomings(stage, parsed.error);
  if (!parsed.success || wrong.length > 0) {
    const list = wrong.map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`).join('\n');
    throw new StageError(`Stage "${name}" cannot be used:\n${list}`);
  }
  return { ...parsed.data, name, sites: path.resolve(path.dirname(file), parsed.data.sites) };
}

function shortcomings(stage: unknown, error: z.core.$ZodError): z.Finding[] {
  const has = new Set(typeof stage === 'object' && stage !== null ? Object.keys(stage) : []);
  const missing = Object.keys(stageSchema.shape).filter((key) => !has.has(key));
  const found = z.findings(error).filter(({ pointer }) => !missing.includes(pointer.slice(1)));
  const detail = 'This is missing. Nothing is taken for granted: say null where there is none, [] for a list.';
  return [...missing.map((key) => ({ pointer: `/${key}`, detail })), ...found];
}

/** What no single setting shows. */
function contradictions(stage: z.output<typeof stageSchema>, folder: string): z.Finding[] {
  const { domain, edge, isTrial, backups, backupRegion, logKeys, domainsInSes, senderDomains, inboxDomain } = stage;
  const unknown = domainsInSes.find((name) => ![...senderDomains, inboxDomain].includes(name));
  const found: (z.Finding | false)[] = [
    !existsSync(path.resolve(folder, stage.sites)) && {
      pointer: '/sites',
      detail: `There is no ${stage.sites} (seen from the stage's file). docs/policy.md says how to write sites.`,
    },
    !domain &&
      !isTrial && {
        pointer: '/domain',
        detail: 'Links in mails have to work for years, so they need a host name of your own. Without one: isTrial.',
      },
    domain !== null &&
      !domain.certificateArn &&
      !domain.hostedZone && {
        pointer: '/domain',
        detail: `${domain.name} needs a certificate: give certificateArn, or the hostedZone in Route 53 that it is in, and one is made.`,
      },
    domain !== null &&
      domain.hostedZone !== null &&
      !`.${domain.name}`.endsWith(`.${domain.hostedZone.name}`) && {
        pointer: '/domain/hostedZone',
        detail: `${domain.name} is not in ${domain.hostedZone.name}: Route 53 would refuse its records. Give its own zone, or null.`,
      },
    edge !== null &&
      !domain && {
        pointer: '/edge',
        detail: 'CloudFront needs a domain, as links lead to it for years: give one, too.',
      },
    edge !== null &&
      edge.webAclArn !== null &&
      edge.certificateArn === null && {
        pointer: '/edge/certificateArn',
        detail: 'CloudFront needs a certificate of us-east-1 for the domain.',
      },
    !backups &&
      backupRegion !== null && { pointer: '/backupRegion', detail: 'There are no copies to copy there: set backups.' },
    new Set(logKeys).size < logKeys.length && {
      pointer: '/logKeys',
      detail: 'Each key once, the current one first; while keys change: ["kms-2", "kms-1"].',
    },
    unknown !== undefined && {
      pointer: '/domainsInSes',
      detail: `${unknown} is neither among senderDomains, nor inboxDomain.`,
    },
    ...wrongClients(stage.operators),
    ...Object.entries(stage.operators.people?.roles ?? {}).flatMap(wrongRoles),
    wrongWitnesses(stage.witnesses),
  ];
  return found.filter((finding) => finding !== false);
}

function wrongClients(given: z.output<typeof operators>): z.Finding[] {
  if (!('clients' in given)) return [];
  return given.clients.flatMap((client, n) =>
    clientOf(client)
      ? []
      : [
          {
            pointer: `/operators/clients/${n}`,
            detail:
              `"${client}" is no client. It is a role (${Object.keys(ROLES).join(', ')}) and where it is good, such as ` +
              'marketing@shop, compliance@shop+blog or processor=brieftapir@shop.',
          },
        ],
  );
}

/** The gateway hands groups on with blanks between them, in brackets. */
const GROUP = /^(?!\[)[!-~]{1,128}(?<!\])$/;

function wrongRoles([group, places]: readonly [string, readonly string[]]): z.Finding[] {
  const pointer = `/operators/people/roles/${group}`;
  const wrong = places.findIndex((text) => placeOf(text) === undefined);
  return [
    ...(GROUP.test(group) ? [] : [{ pointer, detail: 'A group has no blanks in its name, such as "marketing-shop".' }]),
    ...(wrong < 0
      ? []
      : [
          {
            pointer: `${pointer}/${wrong}`,
            detail:
              `This has to be a role (${Object.keys(PERSON_ROLES).join(', ')}) and where it is good, such as marketing@shop, ` +
              'compliance@shop+blog or auditor@*.',
          },
        ]),
  ];
}

function wrongWitnesses(given: readonly string[]): z.Finding | false {
  try {
    parseWitnesses(given.join(','));
    return false;
  } catch (error) {
    if (error instanceof WitnessError) return { pointer: '/witnesses', detail: `${error.message}.` };
    throw error;
  }
}
