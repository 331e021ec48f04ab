import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, type IAliasRecordTarget, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
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

/** The host of the API. It leads nowhere before {@link CustomDomain.leadToApi} or {@link CustomDomain.leadTo}. */
export class CustomDomain extends Construct {
  readonly name: DomainName;
  readonly domainName: string;
  private readonly zone: IHostedZone | undefined;

  constructor(scope: Construct, id: string, { domainName, certificate, hostedZone }: CustomDomainProps) {
    super(scope, id);
    this.domainName = domainName;
    this.zone = hostedZone;
    this.name = new DomainName(this, 'Name', {
      domainName,
      certificate: certificate ?? this.validated(domainName, hostedZone),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
  }

  leadToApi(): void {
    const { regionalDomainName, regionalHostedZoneId } = this.name;
    this.leadTo(regionalDomainName, new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId));
  }

  /**
   * The records have the same logical ids wherever they lead: those of another id would be made before these are deleted, and
   * Route 53 refuses a second record of one name.
   */
  leadTo(host: string, alias: IAliasRecordTarget): void {
    const { domainName, zone } = this;
    if (!zone) {
      new CfnOutput(this, 'Cname', { value: `${domainName} CNAME ${host}` });
      return;
    }
    const record = { zone, recordName: `${domainName}.`, target: RecordTarget.fromAlias(alias) };
    new ARecord(this, 'Ipv4', record);
    new AaaaRecord(this, 'Ipv6', record);
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
}
