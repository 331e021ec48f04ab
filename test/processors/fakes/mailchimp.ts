import { createHash } from 'node:crypto';
import { contractOf, FakeTool, type Received, type Reply } from '../fake-tool';
import { LISTS, type Fake } from './fake';

interface Member {
  readonly email_address: string;
  readonly status: string;
  readonly merge_fields: Record<string, string>;
  readonly interests: Record<string, boolean>;
  readonly last_changed: string;
}
type Body = Partial<Member> & { readonly email_address: string; readonly status_if_new: string };

export interface FakeMailchimp extends Fake {
  statusOf(email: string): string | undefined;
}

const hashOf = (email: string): string => createHash('md5').update(email.toLowerCase()).digest('hex');

const contract = contractOf('mailchimp');

export function fakeMailchimp(): FakeMailchimp {
  const members = new Map<string, Member>();
  const forgotten = new Set<string>();
  const left = new Set<string>();

  function addOrUpdate({ hash = '', body }: Received): Reply {
    const wanted = body as Body;
    const fill = { hash, email: wanted.email_address };
    if (hashOf(wanted.email_address) !== hash) throw new Error('The hash is not that of the address');
    if (forgotten.has(hash)) return { answer: 'forgotten', fill };
    if (left.has(hash) && wanted.status === 'subscribed') return { answer: 'complianceState', fill };
    const { email_address, status = wanted.status_if_new, merge_fields = {}, interests = {} } = wanted;
    const before = members.get(hash);
    members.set(hash, {
      email_address,
      status,
      merge_fields: { ...before?.merge_fields, ...merge_fields },
      interests: { ...before?.interests, ...interests },
      last_changed: before?.last_changed ?? '',
    });
    return { answer: 'done', fill };
  }

  function look({ hash = '' }: Received): Reply {
    const member = members.get(hash);
    return member ? { answer: 'done', body: { id: hash, ...member } } : { answer: 'unknown' };
  }

  function archive({ hash = '' }: Received): Reply {
    const member = members.get(hash);
    if (!member) return { answer: 'unknown' };
    members.set(hash, { ...member, status: 'archived' });
    return { answer: 'done' };
  }

  function update({ hash = '', body }: Received): Reply {
    const member = members.get(hash);
    if (!member) return { answer: 'unknown' };
    const { merge_fields: fields, interests, ...rest } = body as Partial<Member>;
    members.set(hash, {
      ...member,
      ...rest,
      merge_fields: { ...member.merge_fields, ...fields },
      interests: { ...member.interests, ...interests },
    });
    return { answer: 'done', fill: { hash } };
  }

  function deletePermanently({ hash = '' }: Received): Reply {
    if (!members.delete(hash)) return { answer: 'unknown' };
    forgotten.add(hash);
    return { answer: 'done' };
  }

  const purposes = ({ status, interests }: Member): string[] =>
    LISTS.filter((id) => status === 'subscribed' && interests[contract.credentials.lists?.[id] ?? '']);
  return {
    tool: new FakeTool(contract, { look, addOrUpdate, update, archive, deletePermanently }),
    mailed: () => Object.fromEntries([...members.values()].map((member) => [member.email_address, purposes(member)])),
    fieldsOf: (email) => members.get(hashOf(email))?.merge_fields ?? {},
    leaveThere: (email, at) => {
      const member = members.get(hashOf(email));
      left.add(hashOf(email));
      if (member) members.set(hashOf(email), { ...member, status: 'unsubscribed', last_changed: at });
    },
    statusOf: (email) => members.get(hashOf(email))?.status,
  };
}
