import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetServiceQuotaCommand, paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { batchesOf, CONSUMERS } from '../../../shared/consent/consumers';
import { OPERATIONS } from '../../../shared/http/operations';
import { LIMITS, limitsOfRoutes } from '../../../shared/http/throttles';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Lambda leaves so many to functions for which nothing is set aside. */
const LEFT_FOR_OTHERS = 100;
/** The sequencer's shards, and people. */
const BESIDES_CONSUMERS = 23;
/** The log signs once a second and key, and a batch that comes again once more. */
const SIGNATURES = 10;

/** What AWS lets an account do at once, and for a new one that is little. */
export async function checkQuotas(patient: Patient): Promise<Finding[]> {
  const { region, logKeys } = patient.stage;
  const client = new ServiceQuotasClient({ region });
  return [
    ...(await ofLambda(patient)),
    ...(await ofApi(client)),
    ...(logKeys.some((key) => key.startsWith('kms-')) ? await ofKms(client) : []),
  ];
}

async function ofLambda({ stage: { region, reservedConcurrency, batchesAtOnce } }: Patient): Promise<Finding[]> {
  const { AccountLimit } = await new LambdaClient({ region }).send(new GetAccountSettingsCommand({}));
  const atOnce = AccountLimit?.ConcurrentExecutions ?? 0;
  const what = `Lambda runs ${atOnce} functions at once in this account.`;
  const needed = (reservedConcurrency ?? 0) + LEFT_FOR_OTHERS;
  const todo =
    `aws service-quotas request-service-quota-increase --region ${region} --service-code lambda ` +
    '--quota-code L-B99A9384 --desired-value 1000';
  if (reservedConcurrency !== null && atOnce < needed) {
    const why = `reservedConcurrency is ${reservedConcurrency}, and ${LEFT_FOR_OTHERS} have to be left: the deployment fails.`;
    return [wrong(what, why, `${todo} (or reservedConcurrency: null until it is granted)`)];
  }
  const taken = CONSUMERS.reduce((sum, consumer) => sum + batchesOf(consumer, batchesAtOnce ?? {}), 0);
  const why = `Consumers alone can take ${taken} of them. What finds none waits, and a person is asked to try again.`;
  return atOnce < taken + BESIDES_CONSUMERS ? [look(what, why, todo)] : [];
}

async function ofApi(client: ServiceQuotasClient): Promise<Finding[]> {
  const quota = { ServiceCode: 'apigateway', QuotaCode: 'L-8A5B8E43' };
  const { Quota } = await client.send(new GetServiceQuotaCommand(quota));
  const own = limitsOfRoutes(OPERATIONS);
  const others = OPERATIONS.filter(({ method, path }) => !own.has(`${method} ${path}`)).length;
  const together = [...own.values()].reduce((sum, { rateLimit }) => sum + rateLimit, others * LIMITS.others.rateLimit);
  const allowed = Quota?.Value ?? 0;
  if (allowed >= together) return [];
  return [
    look(
      `API Gateway lets ${allowed} requests a second through for all of this account and region.`,
      `The limits of all routes together are ${together}, so under a flood at one route another can find nothing left.`,
      `aws service-quotas request-service-quota-increase --service-code apigateway --quota-code ${quota.QuotaCode} ` +
        '--desired-value 10000 (or lower limits of the construct)',
    ),
  ];
}

async function ofKms(client: ServiceQuotasClient): Promise<Finding[]> {
  for await (const { Quotas = [] } of paginateListServiceQuotas({ client }, { ServiceCode: 'kms' })) {
    const signing = Quotas.find(({ QuotaName }) => QuotaName === 'Cryptographic operations (ECC) request rate');
    if (!signing) continue;
    if ((signing.Value ?? 0) >= SIGNATURES) return [];
    return [
      look(
        `KMS signs ${signing.Value} times a second in this account.`,
        'The log is signed once a second by each of its keys: with fewer, evidence waits for its proofs.',
        `aws service-quotas request-service-quota-increase --service-code kms --quota-code ${signing.QuotaCode} --desired-value 1000`,
      ),
    ];
  }
  return [];
}
