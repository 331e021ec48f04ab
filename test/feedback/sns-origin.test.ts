import { isAtSns, topicAt } from '../../shared/feedback/sns-origin';

/** As the function is deployed: SNS is where the topic's region has it. */
const isThere = (topic: string, url: string): boolean => isAtSns(topicAt(topic, undefined), url);

const FRANKFURT = 'arn:aws:sns:eu-central-1:111111111111:feedback';
const SOVEREIGN = 'arn:aws-eusc:sns:eusc-de-east-1:111111111111:feedback';

test.each([
  [FRANKFURT, 'https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-0.pem'],
  [FRANKFURT, 'https://sns.eu-central-1.amazonaws.com:443/'],
  [SOVEREIGN, 'https://sns.eusc-de-east-1.amazonaws.eu/'],
])('of %s, SNS is at %s', (topic, url) => {
  expect(isThere(topic, url)).toBe(true);
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
])('it is not at %s', (url) => {
  expect(isThere(FRANKFURT, url)).toBe(false);
});
