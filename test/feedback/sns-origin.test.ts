/** As the function is deployed: SNS is where the topic's region has it. */
async function isAtSns(topic: string, url: string): Promise<boolean> {
  jest.resetModules();
  process.env['FEEDBACK_TOPIC'] = topic;
  delete process.env['AWS_ENDPOINT_URL_SNS'];
  const { isAtSns: judge } = await import('../../shared/feedback/sns-origin');
  return judge(url);
}

const FRANKFURT = 'arn:aws:sns:eu-central-1:111111111111:feedback';
const SOVEREIGN = 'arn:aws-eusc:sns:eusc-de-east-1:111111111111:feedback';

test.each([
  [FRANKFURT, 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem'],
  [FRANKFURT, 'https://sns.eu-central-1.amazonaws.com:443/'],
  [SOVEREIGN, 'https://sns.eusc-de-east-1.amazonaws.eu/'],
])('of %s, SNS is at %s', async (topic, url) => {
  expect(await isAtSns(topic, url)).toBe(true);
});

test.each([
  'http://sns.eu-central-1.amazonaws.com/',
  'https://sns.eu-west-1.amazonaws.com/',
  'https://sns.eu-central-1.amazonaws.com.example.org/',
  'https://sns.eu-central-1.amazonaws.com@example.org/',
  'https://somebody@sns.eu-central-1.amazonaws.com/',
  'https://sns.eu-central-1.amazonaws.com:8443/',
  'https://bucket.s3.eu-central-1.amazonaws.com/sns.eu-central-1.amazonaws.com/',
  'https://example.org/?sns.eu-central-1.amazonaws.com',
  'ftp://sns.eu-central-1.amazonaws.com/',
  'sns.eu-central-1.amazonaws.com',
  '',
])('it is not at %s', async (url) => {
  expect(await isAtSns(FRANKFURT, url)).toBe(false);
});
