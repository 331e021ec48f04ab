import { asDigest } from '../ids';
import { canonicalHash } from '../../shared/canonical';
import { withFacts, type Step } from '../../shared/consent/entry';
import { findStepType } from '../../shared/consent/steps';
import { isBeginning } from '../../shared/consent/steps/begins-and-ends';
import { sha256 } from '../../shared/hash';

/** Whose evidence samples are. */
export const EMAIL = 'erika.müller-lüdenscheidt@example.org';

export const saltOf = (recordId: string): string => Buffer.from(sha256(recordId)).subarray(0, 16).toString('base64url');

/** The entry that begins a record says whom it is about. */
export function committed(step: Step): Step {
  // Of what a later version writes this knows nothing.
  if (!findStepType(step.type) || 'v' in step || !isBeginning(step)) return step;
  return withFacts(step, { address: asDigest(canonicalHash({ address: EMAIL, salt: saltOf(step.recordId ?? '') })) });
}
