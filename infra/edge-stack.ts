import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { edgeDomain } from './settings';
import { WebAcl } from './web-acl';

/** The only region that CloudFront takes certificates and web ACLs from. Nothing personal is in either. */
export const EDGE_REGION = 'us-east-1';

/** What CloudFront needs and takes from one region alone. Its outputs are settings of the stack that has the ledger. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    const { domainName, hostedZone } = edgeDomain(this);
    new CfnOutput(this, 'webAclArn', { value: new WebAcl(this, 'WebAcl').arn });
    if (!hostedZone) return;
    const validation = CertificateValidation.fromDns(hostedZone);
    const certificate = new Certificate(this, 'Certificate', { domainName, validation });
    new CfnOutput(this, 'edgeCertificateArn', { value: certificate.certificateArn });
  }
}
