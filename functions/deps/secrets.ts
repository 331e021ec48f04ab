import { optional, required } from '../../shared/environment';
import { keyRingIn } from '../../shared/links/key-ring';
import type { Links } from '../../shared/links/link';
import type { Processors } from '../../shared/processors/credentials';
import { secretsBy, type Secret, type Secrets } from '../../shared/secret';

export const secrets = (): Secrets =>
  secretsBy({
    port: optional('PARAMETERS_SECRETS_EXTENSION_HTTP_PORT') ?? '2773',
    token: optional('AWS_SESSION_TOKEN') ?? '',
  });

export const subjectKey = (): Secret => secrets()(required('SUBJECT_KEY_SECRET'));

export const originSecret = (): Secret => secrets()(required('ORIGIN_SECRET'));

export const links = (): Links => ({
  publicUrl: required('PUBLIC_URL'),
  keyRing: keyRingIn(secrets()(required('LINK_KEYS_SECRET'))),
  inboxDomain: optional('INBOX_DOMAIN'),
});

export const processors = (): Processors => ({
  secret: secrets()(required('PROCESSORS_SECRET')),
  areOnLocalhost: optional('PROCESSORS_ON_LOCALHOST') === 'true',
});
