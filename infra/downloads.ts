import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { largeFiles } from './large-files';

/**
 * Files that no answer can carry. They are as public as a website's, and part of a deployment like the functions' code: so they lie
 * where that does, in the bucket of the bootstrap.
 */
export class Downloads extends Construct {
  private readonly assets: ReadonlyMap<string, Asset>;

  constructor(scope: Construct, id: string, sites: string) {
    super(scope, id);
    this.assets = new Map([...largeFiles(sites)].map(([name, path]) => [name, new Asset(this, name, { path })]));
  }

  /** Their addresses, for a function that makes links to them. */
  get environment(): Record<string, string> {
    if (this.assets.size === 0) return {};
    const addresses = [...this.assets].map(([name, { bucket, s3ObjectKey }]) => {
      return [name, `https://${bucket.bucketRegionalDomainName}/${s3ObjectKey}`] as const;
    });
    return { LARGE_FILES: Stack.of(this).toJsonString(Object.fromEntries(addresses)) };
  }

  /** A link is worth what its maker may do. */
  grantRead(fn: LambdaFunction): void {
    if (this.assets.size === 0) return;
    const resources = [...this.assets.values()].map(({ bucket, s3ObjectKey }) => bucket.arnForObjects(s3ObjectKey));
    fn.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources }));
  }
}
