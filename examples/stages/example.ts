import type { StageInput } from '../../infra/stages/stage';

/** A stage to copy: every setting, as docs/deployment.md explains it. Its domains are invented, so it is good for a look alone. */
export const stage: StageInput = {
  account: null,
  region: 'eu-central-1',
  isTrial: true,
  sites: '../sites/index.ts',
  senderDomains: [
    'demo.example',
    'notice-000.example',
    'notice-001.example',
    'notice-002.example',
    'notice-003.example',
    'notice-004.example',
  ],
  domainsInSes: [],
  domain: null,
  edge: null,
  inboxDomain: null,
  operators: {
    clients: ['marketing@demo', 'compliance@demo', 'backend@demo', 'processor=brieftapir@demo'],
    people: { roles: { 'marketing-demo': ['marketing@demo'], compliance: ['compliance@*'] } },
  },
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
