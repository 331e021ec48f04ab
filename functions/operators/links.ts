import { noteFetchOf } from '../../shared/http/fetch-note';
import { getLinks } from '../../shared/http/operations/get-links';
import { readLinksRequest, type Asked } from '../../shared/http/links-body';
import {
  ownLinks,
  unsubscribeLinks,
  type Addressee,
  type OwnLinks,
  type UnsubscribeLinks,
} from '../../shared/actions/recipient-links';
import { on, serve } from '../../shared/http/serve';
import type { ConsentStatus } from '../../shared/consent/fold';
import { membershipsOf, type Membership } from '../../shared/consent/membership';
import { permissions } from '../../shared/consent/permissions';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { standingOf } from '../../shared/consent/standing';
import { eachOf } from '../../shared/ledger/batches';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import type { Language, Purpose, Site } from '../../shared/policy/schema';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(), subjectKey: subjectKey(), links: links() };

/**
 * For a list that the sender has already: whom of it may be mailed for a purpose, and the links for their mails. Read from the
 * ledger itself, so exact at the moment `asOf`. Answers in the order that it was asked in.
 */
const lookUp = on(getLinks, async (call, answer) => {
  const { site, body, now } = call;
  const { purpose, asked } = readLinksRequest(site, body);
  const recipients = await eachOf(asked, (one) => lookAt(site, purpose, one, now));
  const count = recipients.filter(({ allowed }) => allowed).length;
  await noteFetchOf(deps.ledger, site, call, { what: 'links', purpose: purpose.id, count }, now);
  return answer.json(200, { site: site.id, purpose: purpose.id, asOf: now.toISOString(), recipients });
});

interface Answer extends UnsubscribeLinks, Partial<OwnLinks> {
  /** As it was sent. */
  readonly email: string;
  readonly allowed: boolean;
  /** What is wrong with the address. */
  readonly invalid?: string;
  readonly status?: ConsentStatus | undefined;
  readonly since?: string | undefined;
  readonly undeliverableSince?: string | undefined;
  readonly id?: string;
  readonly language?: Language;
  readonly mayMeasure?: boolean;
}

async function lookAt(site: Site, purpose: Purpose, { email, address }: Asked, now: Date): Promise<Answer> {
  if (typeof address === 'string') return { email, allowed: false, invalid: address };
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const { entries } = await readHistory(deps.ledger, subject, now);
  const state = stateAt(entries, site, now);
  const standing = standingOf(entries);
  const [permission] = permissions([purpose], state, standing);
  const { allowed = false, status, since } = permission ?? {};
  const { undeliverableSince } = standing;
  const answer = { email, allowed, status, since, undeliverableSince };
  const member = membershipsOf(entries, state, site.purposes).find((one) => one.purpose === purpose.id);
  return member?.active ? { ...answer, ...(await about(site, purpose, { ...member, subject })) } : answer;
}

async function about(site: Site, purpose: Purpose, member: Membership & Addressee): Promise<Partial<Answer>> {
  const { subject: id, language, mayMeasure } = member;
  return {
    id,
    language,
    mayMeasure,
    ...(await unsubscribeLinks(deps, purpose, member)),
    ...(await ownLinks(deps, site, member)),
  };
}

export const handler = serve(deps.sites, lookUp);
