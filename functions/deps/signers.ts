import { KMSClient } from '@aws-sdk/client-kms';
import { required } from '../../shared/environment';
import type { NoteSigner } from '../../shared/log/note';
import { loadSigners } from '../../shared/signing/signers';
import { logOrigin } from './log';
import { secrets } from './secrets';

/** Those who sign checkpoints; loaded when the first is to be signed, and once for many. A failure is not kept. */
export function signers(): () => Promise<NoteSigner[]> {
  const [origin, list] = [logOrigin(), required('LOG_SIGNERS')];
  let loading: Promise<NoteSigner[]> | undefined;
  return () =>
    (loading ??= loadSigners({ kms: new KMSClient({}), secrets: secrets() }, origin, list).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
