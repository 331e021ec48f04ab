import path from 'node:path';
import type { StageInput } from '../../../infra/stages/stage';
import { WITNESS } from '../synthesis';

/** Where a stage's file would be. */
export const FILE = path.join(__dirname, '../one-site/prod.ts');

/** A stage for one site, without anything that it can do without. */
export const PROD: StageInput = {
  account: '111111111111',
  region: 'eu-central-1',
  isTrial: false,
  sites: 'sites.ts',
  senderDomains: ['example.com'],
  domainsInSes: [],
  domain: {
    name: 'consent.example.com',
    certificateArn: 'arn:aws:acm:eu-central-1:111111111111:certificate/x',
    hostedZone: null,
  },
  edge: null,
  inboxDomain: null,
  operators: { clients: ['marketing', 'compliance', 'backend'], people: null },
  trustedProxies: [],
  reservedConcurrency: null,
  batchesAtOnce: null,
  logKeys: ['kms-1'],
  archiveYears: 10,
  timestampUrl: null,
  witnesses: [],
  backups: true,
  backupRegion: null,
  alarmEmail: null,
  tables: null,
  secretsExtensionArn: null,
};

/** One that has everything. */
export const FULL: StageInput = {
  ...PROD,
  region: 'eu-west-1',
  senderDomains: ['example.com', 'example.org'],
  domainsInSes: ['example.org', 'inbox.example.com'],
  domain: { name: 'consent.example.com', certificateArn: null, hostedZone: { id: 'Z1', name: 'example.com' } },
  edge: {
    webAclArn: 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/x/1',
    certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/y',
    originSecret: '2',
  },
  inboxDomain: 'inbox.example.com',
  operators: {
    issuer: 'https://login.example.com',
    audience: ['consent'],
    jwksUrl: 'https://login.example.com/keys',
    scopePrefix: 'api://consent/',
    siteClaim: 'sites',
    processorClaim: null,
    people: { client: 'desk', claim: 'groups', roles: { 'shop-marketing': ['marketing@one'] }, pages: null },
  },
  trustedProxies: ['192.0.2.0/24', '2001:db8::/32'],
  reservedConcurrency: 200,
  batchesAtOnce: { retention: 10, mover: 2, projector: 20, notifier: 40 },
  logKeys: ['kms-2', 'secret-1'],
  archiveYears: 3,
  timestampUrl: 'https://timestamps.example.com/tsr',
  witnesses: [WITNESS],
  backupRegion: 'eu-north-1',
  alarmEmail: 'operations@example.com',
  tables: {
    ledger: {
      name: 'Ledger-restored',
      streamArn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/Ledger-restored/stream/2026-11-29T08:00:00.000',
    },
    vault: 'Vault-restored',
    audience: 'Audience-restored',
    log: 'Log-restored',
  },
};
