import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Stands in for the SDK's default provider chain in our bundles: a function's credentials are in its environment. */
export const defaultProvider = fromEnv;
