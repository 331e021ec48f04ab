import { readEmailAddress } from '../email-address';
import { Problem } from '../http/problem';
import { isSubjectId } from '../ids';
import { subjectId } from '../ledger/subject-id';
import type { Site } from '../policy/schema';
import { findSite } from '../policy/sites';
import { follow, type Credentials } from '../processors/adapter';
import { credentialsOf } from '../processors/credentials';
import { INBOUND } from '../processors/inbound';
import type { Heard, Inbound, Shared, ToolCall } from '../processors/inbound/report';
import { NotTold } from '../processors/not-told';
import { send } from '../processors/send';
import type { Deps } from './deps';
import { noteNobody, takeLeaving } from './take-leaving';

type HearingDeps = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'subjectKey' | 'processors'>;

interface Names {
  readonly site: string;
  readonly processor: string;
}

const ALL_CALLS_MS = 8000;

/**
 * A mailing tool reports that somebody left there. Whatever is not certainly from the tool changes nothing, and is told nothing; so is
 * a report of somebody whom nobody knows here. Repeating it is harmless.
 *
 * @throws {Problem} 403, or 503 where the tool has to be asked and does not answer: then it reports again
 */
export async function hearProcessor(deps: HearingDeps, names: Names, call: ToolCall, now: Date): Promise<void> {
  const line = await lineOf(deps, names);
  if (!line?.inbound.isGenuine(call, line.shared, now)) throw new Problem(403, 'refused', 'Nothing was done.');
  const allTime = AbortSignal.timeout(ALL_CALLS_MS);
  const heard = await follow(line.inbound.hear(call.text, line.credentials), (request) => send(request, allTime)).catch(
    (error: unknown) => {
      if (error instanceof NotTold) return 'failed' as const;
      throw error;
    },
  );
  if (heard === 'failed') throw new Problem(503, 'unavailable', 'The tool could not be asked. Report it again.');
  for (const one of heard) await take(deps, line, one, 'webhook', now);
}

/** What a tool is answered that looks whether there is somebody; the same for tools that nobody knows. */
export async function greetProcessor(deps: HearingDeps, names: Names, call: ToolCall): Promise<string> {
  const line = await lineOf(deps, names);
  return line?.inbound.greet?.(call, line.shared) ?? '';
}

export interface Line {
  readonly site: Site;
  readonly processor: Site['processors'][number];
  readonly credentials: Credentials;
}

async function lineOf(
  deps: HearingDeps,
  names: Names,
): Promise<(Line & { readonly inbound: Inbound; readonly shared: Shared }) | undefined> {
  const site = findSite(deps.sites, names.site);
  const processor = site?.processors.find(({ id }) => id === names.processor);
  const inbound = processor?.connection && INBOUND[processor.connection.tool];
  if (!site || !inbound) return undefined;
  const credentials = await credentialsOf(deps.processors, site.id, processor).catch(() => undefined);
  const shared = credentials?.reports;
  return credentials && shared && { site, processor, inbound, credentials, shared };
}

/** Takes down one thing that a tool said. @returns whether it was news */
export async function take(
  deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>,
  { site, processor, credentials: { lists = {} } }: Line,
  { email, subject: id, lists: left, purposes: named, ...heard }: Heard,
  reportedBy: 'webhook' | 'poll',
  now: Date,
): Promise<boolean> {
  const address = email === undefined ? undefined : readEmailAddress(email);
  const known = typeof address === 'object' ? await subjectId(deps.subjectKey, site.id, address.canonical) : undefined;
  const subject = id ?? known;
  if (!isSubjectId(subject)) {
    noteNobody(site, { processor: processor.id, kind: heard.kind });
    return false;
  }
  // Of what is not the processor's it can say nothing.
  const purposes = processor.purposes.filter(
    (purpose) => (named?.includes(purpose) ?? true) && (left?.includes(lists[purpose] ?? '') ?? true),
  );
  const report = { ...heard, purposes, processor: processor.id, reportedBy, actor: { kind: 'system' } as const };
  return takeLeaving(deps, site, subject, report, now);
}
