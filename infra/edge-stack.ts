import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { WebAcl } from './web-acl';

/** The only region that CloudFront takes certificates and web ACLs from. Nothing personal is in either. */
export const EDGE_REGION = 'us-east-1';

export interface EdgeStackProps extends StackProps {
  /** The host that CloudFront answers for, and its zone. */
  readonly domainName: string;
  /** @default - none in Route 53: the certificate is made by hand */
  readonly hostedZone?: { readonly id: string; readonly name: string } | undefined;
}

/** What CloudFront needs and takes from one region alone. Its outputs are settings of the stage. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { domainName, hostedZone, ...props }: EdgeStackProps) {
    super(scope, id, props);
    new CfnOutput(this, 'webAclArn', { value: new WebAcl(this, 'WebAcl').arn });
    if (!hostedZone) return;
    const { id: hostedZoneId, name: zoneName } = hostedZone;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
    const validation = CertificateValidation.fromDns(zone);
    const certificate = new Certificate(this, 'Certificate', { domainName, validation });
    new CfnOutput(this, 'edgeCertificateArn', { value: certificate.certificateArn });
  }
}
