import { App, Stack } from 'aws-cdk-lib';
import { ConsentLedger } from '../../infra/consent-ledger';
import { EEA_REGIONS, needExtensionArn, needRegionInTheEea, RegionError } from '../../infra/region';
import { SecondCopiesStack } from '../../infra/second-copies';
import { NEEDED } from './synthesis';

const stackIn = (region?: string) => new Stack(new App(), 'Stack', region ? { env: { region } } : {});

test.each([...EEA_REGIONS])('%s is in the EU/EEA', (region) => {
  expect(() => needRegionInTheEea(stackIn(region))).not.toThrow();
});

test.each(['us-east-1', 'eu-west-2', 'eu-central-2', 'il-central-1', 'ca-central-1', 'us-gov-west-1', 'cn-north-1'])(
  '%s is refused, with what to do',
  (region) => {
    const construct = () => new ConsentLedger(stackIn(region), 'Consent', NEEDED);
    expect(construct).toThrow(RegionError);
    expect(construct).toThrow(
      `Stack/Consent would be deployed to ${region}, but consent data has to stay in the EU/EEA. Give its stack one of ` +
        "these regions, e.g. new Stack(app, id, { env: { region: 'eu-central-1' } }) (a stage: region): " +
        `${EEA_REGIONS.join(', ')}.`,
    );
  },
);

test('a region that is known only at deployment is refused', () => {
  const construct = () => new ConsentLedger(stackIn(), 'Consent', NEEDED);
  expect(construct).toThrow('Stack/Consent has no fixed region, but consent data has to stay in the EU/EEA.');
});

test('a region without SES is refused, but copies can be kept there', () => {
  const construct = () => new ConsentLedger(stackIn('eu-south-2'), 'Consent', NEEDED);
  expect(construct).toThrow('eu-south-2 has no Amazon SES to send mails with. Take one of these: eu-central-1, ');
  expect(
    () => new SecondCopiesStack(new App(), 'Copies', { env: { region: 'eu-south-2' }, ledgerStack: 'x' }),
  ).not.toThrow();
});

test('where AWS CDK does not know the secrets extension, its ARN is asked for', () => {
  const stack = stackIn('eusc-de-east-1');
  expect(() => needExtensionArn(stack, undefined)).toThrow(
    /eusc-de-east-1\. Look up the ARN .* as secretsExtensionArn/,
  );
  expect(() => needExtensionArn(stack, 'arn:aws-eusc:lambda:eusc-de-east-1:1:layer:x:1')).not.toThrow();
});
