import path from 'node:path';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Template } from 'aws-cdk-lib/assertions';
import { newApp, newLedger, newStack, WITNESS } from './synthesis';
import { whole } from './whole';

const ARN = 'arn:aws:acm:eu-central-1:111111111111:certificate/x';

/** A stack that has every function, and whatever one may be allowed. */
export function everything(): Template {
  const stack = newStack(newApp());
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', ARN);
  const there = Certificate.fromCertificateArn(stack, 'There', ARN.replace('eu-central-1', 'us-east-1'));
  newLedger(stack, {
    sites: path.join(__dirname, 'asked-site', 'sites.ts'),
    inboxDomain: 'inbox.example.com',
    witnesses: [WITNESS],
    logKeys: ['kms-1', 'secret-1'],
    domain: { domainName: 'consent.example.com', certificate },
    edge: { certificate: there, webAclArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/x/1', originSecret: '1' },
  });
  return whole(stack);
}
