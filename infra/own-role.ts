import {
  type AddToPrincipalPolicyResult,
  PolicyDocument,
  type PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * The role of one function or service of AWS. What it is granted stands in the role itself: AWS CDK would make a resource of it,
 * and whatever the role is for could begin before it may do anything.
 */
export class OwnRole extends Role {
  constructor(
    scope: Construct,
    id: string,
    service: string,
    private readonly granted = new PolicyDocument(),
  ) {
    super(scope, id, { assumedBy: new ServicePrincipal(service), inlinePolicies: { Own: granted } });
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.granted.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }
}
