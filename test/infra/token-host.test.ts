import { tokenHost } from '../../infra/token-host';
import { newApp, newStack } from './synthesis';

const hostOf = (domainName: string) =>
  tokenHost(newStack(newApp()), { domain: { domainName }, senderDomains: ['example.com'] });

test('begins with the host of the links, by which nobody else has it', () => {
  expect(hostOf('consent.example.com')).toBe('consent-example-com');
});

test.each(['consent.lawsuit.example', 'amazonas.example', 'cognito.example'])(
  'names nothing that Cognito refuses, as in %s, and still only one host',
  (domain) => {
    expect(hostOf(domain)).toMatch(/^consent-[0-9a-f]{16}$/);
    expect(hostOf(domain)).not.toBe(hostOf(`x${domain}`));
  },
);
