import { contractOf, FakeTool, type Received, type Reply } from '../fake-tool';
import { LISTS, type Fake } from './fake';

interface Contact {
  readonly lists: ReadonlySet<number>;
  readonly isBlacklisted: boolean;
  readonly attributes: Record<string, unknown>;
  readonly modifiedAt: string;
}
interface Body {
  readonly email?: string;
  readonly attributes?: Record<string, unknown>;
  readonly emailBlacklisted?: boolean;
  readonly listIds?: readonly number[];
  readonly unlinkListIds?: readonly number[];
  readonly updateEnabled?: boolean;
}

const contract = contractOf('brevo');

/** It says of lists that were left one by one that they were. */
export interface FakeBrevo extends Fake {
  leaveListThere(email: string, list: number, at: string): void;
}

export function fakeBrevo(): FakeBrevo {
  const contacts = new Map<string, Contact>();
  const unsubscribed = new Map<string, number[]>();

  function write(email: string, { attributes, listIds = [], unlinkListIds = [], emailBlacklisted }: Body): void {
    const before = contacts.get(email);
    contacts.set(email, {
      lists: new Set([...(before?.lists ?? []), ...listIds].filter((id) => !unlinkListIds.includes(id))),
      isBlacklisted: emailBlacklisted ?? before?.isBlacklisted ?? false,
      attributes: { ...before?.attributes, ...attributes },
      modifiedAt: before?.modifiedAt ?? '',
    });
    unsubscribed.set(
      email,
      (unsubscribed.get(email) ?? []).filter((id) => !listIds.includes(id)),
    );
  }

  function look({ email = '' }: Received): Reply {
    const contact = contacts.get(email.toLowerCase());
    if (!contact) return { answer: 'unknown' };
    const { lists, isBlacklisted, attributes, modifiedAt } = contact;
    const listUnsubscribed = unsubscribed.get(email.toLowerCase());
    const said = {
      email,
      emailBlacklisted: isBlacklisted,
      listIds: [...lists],
      listUnsubscribed,
      attributes,
      modifiedAt,
    };
    return { answer: 'done', body: said };
  }

  function create({ body }: Received): Reply {
    const { email = '', updateEnabled = false, ...rest } = body as Body;
    const isThere = contacts.has(email.toLowerCase());
    if (isThere && !updateEnabled) return { answer: 'duplicate' };
    write(email.toLowerCase(), rest);
    return { answer: isThere ? 'updated' : 'created' };
  }

  function update({ email = '', body }: Received): Reply {
    if (!contacts.has(email.toLowerCase())) return { answer: 'unknown' };
    write(email.toLowerCase(), body as Body);
    return { answer: 'done' };
  }

  const remove = ({ email = '' }: Received): Reply => ({
    answer: contacts.delete(email.toLowerCase()) ? 'done' : 'unknown',
  });
  const purposes = ({ lists, isBlacklisted }: Contact): string[] =>
    LISTS.filter((id) => !isBlacklisted && lists.has(Number(contract.credentials.lists?.[id])));
  return {
    tool: new FakeTool(contract, { look, create, update, delete: remove }),
    mailed: () => Object.fromEntries([...contacts].map(([email, contact]) => [email, purposes(contact)])),
    leaveThere: (email, at) => {
      const contact = contacts.get(email.toLowerCase());
      if (contact) contacts.set(email.toLowerCase(), { ...contact, isBlacklisted: true, modifiedAt: at });
    },
    leaveListThere: (email, list, at) => {
      const contact = contacts.get(email);
      if (!contact) return;
      const lists = new Set([...contact.lists].filter((id) => id !== list));
      contacts.set(email, { ...contact, lists, modifiedAt: at });
      unsubscribed.set(email, [...(unsubscribed.get(email) ?? []), list]);
    },
    fieldsOf: (email) => contacts.get(email)?.attributes ?? {},
  };
}
