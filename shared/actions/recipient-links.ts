import type { RecordId, SubjectId } from '../ids';
import { linkUrl } from '../links/link';
import { unsubscribeHeaders, type UnsubscribeHeaders } from '../links/unsubscribe-headers';
import type { Purpose, Site } from '../policy/schema';
import type { Deps } from './deps';

/** Somebody who may be mailed, as links know them. */
export interface Addressee {
  readonly subject: SubjectId;
  readonly recordId: RecordId;
  readonly mayMeasure: boolean;
}

/** What every mail to a person can offer, whatever it is about. */
export interface OwnLinks {
  readonly preferencesUrl: string;
  /** Switches off that opens and clicks are measured; absent where they must not be anyway. */
  readonly analysisUrl?: string;
}

export async function ownLinks(
  deps: Pick<Deps, 'links'>,
  site: Site,
  { subject, recordId, mayMeasure }: Addressee,
): Promise<OwnLinks> {
  const preferencesUrl = await linkUrl(deps.links, { kind: 'preferences', subject, recordId, purposes: [] });
  const measuring = site.purposes.filter(({ measures }) => measures).map(({ id }) => id);
  if (!mayMeasure || measuring.length === 0) return { preferencesUrl };
  return {
    preferencesUrl,
    analysisUrl: await linkUrl(deps.links, { kind: 'unsubscribe', subject, recordId, purposes: measuring }),
  };
}

/** How a mail for one purpose offers to end that purpose. */
export interface UnsubscribeLinks {
  readonly unsubscribeUrl?: string;
  /** To be sent along as they are, under the DKIM signature (RFC 8058). */
  readonly headers?: UnsubscribeHeaders;
}

/** None where a contract needs the mail, as nobody can unsubscribe from that. */
export async function unsubscribeLinks(
  deps: Pick<Deps, 'links'>,
  { id, legalBasis }: Purpose,
  { subject, recordId }: Addressee,
): Promise<UnsubscribeLinks> {
  if (legalBasis === 'contract') return {};
  const link = { kind: 'unsubscribe', subject, recordId, purposes: [id] } as const;
  const unsubscribeUrl = await linkUrl(deps.links, link);
  return { unsubscribeUrl, headers: await unsubscribeHeaders(deps.links, link, unsubscribeUrl) };
}
