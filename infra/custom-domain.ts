import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

/** The host of the links in mails. They work for years: choose a name that will, too. */
export interface CustomDomainProps {
  /** E.g. `consent.example.com`. */
  readonly domainName: string;
  /**
   * For `domainName`, in the stack's region.
   * @default - made here and validated through `hostedZone`
   */
  readonly certificate?: ICertificate | undefined;
  /**
   * The Route 53 zone that `domainName` is in.
   * @default - none: needs a `certificate`, and a CNAME record made by hand
   */
  readonly hostedZone?: IHostedZone | undefined;
}

export class CustomDomain extends Construct {
  readonly name: DomainName;

  constructor(
    scope: Construct,
    id: string,
    { domainName, certificate, hostedZone }: CustomDomainProps,
    isFirst: boolean,
  ) {
    super(scope, id);
    this.name = new DomainName(this, 'Name', {
      domainName,
      certificate: certificate ?? this.validated(domainName, hostedZone),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    // Where CloudFront comes first, the name leads there.
    if (!isFirst) return;
    if (hostedZone) this.addRecords(domainName, hostedZone);
    else new CfnOutput(this, 'Cname', { value: `${domainName} CNAME ${this.name.regionalDomainName}` });
  }

  private validated(domainName: string, hostedZone?: IHostedZone): ICertificate {
    if (!hostedZone) {
      throw new Error(`The domain ${domainName} needs a certificate, or a hosted zone to make one with.`);
    }
    return new Certificate(this, 'Certificate', {
      domainName,
      validation: CertificateValidation.fromDns(hostedZone),
    });
  }

  private addRecords(domainName: string, zone: IHostedZone): void {
    const { regionalDomainName, regionalHostedZoneId } = this.name;
    const target = RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId));
    new ARecord(this, 'Ipv4', { zone, recordName: `${domainName}.`, target });
    new AaaaRecord(this, 'Ipv6', { zone, recordName: `${domainName}.`, target });
  }
}
