import { sha256 } from '../../shared/hash';
import { toBase64Url } from '../../shared/verify/base64';
import { canonicalJson } from '../../shared/verify/canonical-json';

/** SHA-256 over the canonical JSON, base64url. Not by the code that seals: an audit must not take its word. */
export const hashOf = (value: unknown): string => toBase64Url(sha256(canonicalJson(value)));
