import { contractOf, FakeTool, type Received, type Reply } from '../fake-tool';
import { LISTS, type Fake } from './fake';

interface Contact {
  readonly lists: ReadonlySet<number>;
  readonly isBlacklisted: boolean;
  readonly attributes: Record<string, unknown>;
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

export function fakeBrevo(): Fake {
  const contacts = new Map<string, Contact>();

  function write(email: string, { attributes, listIds = [], unlinkListIds = [], emailBlacklisted }: Body): void {
    const before = contacts.get(email);
    contacts.set(email, {
      lists: new Set([...(before?.lists ?? []), ...listIds].filter((id) => !unlinkListIds.includes(id))),
      isBlacklisted: emailBlacklisted ?? before?.isBlacklisted ?? false,
      attributes: { ...before?.attributes, ...attributes },
    });
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
    tool: new FakeTool(contract, { create, update, delete: remove }),
    mailed: () => Object.fromEntries([...contacts].map(([email, contact]) => [email, purposes(contact)])),
    fieldsOf: (email) => contacts.get(email)?.attributes ?? {},
  };
}
