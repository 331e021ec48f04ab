import { crc32 } from 'node:zlib';
import { contractOf, FakeTool, type Received, type Reply } from '../fake-tool';
import { LISTS, type Fake } from './fake';

interface Receiver {
  readonly email: string;
  readonly activated: number;
  readonly deactivated: number;
}
type Body = readonly [Partial<Receiver> & { readonly email: string; readonly global_attributes?: Attributes }];
type Attributes = Record<string, unknown>;

export interface FakeCleverReach extends Fake {
  /** Addresses that it takes for invalid. */
  readonly refused: Set<string>;
}

/** The number by which its webhooks name a receiver. */
export const poolIdOf = (email: string): string => String(crc32(email.toLowerCase()));

const contract = contractOf('cleverreach');

export function fakeCleverReach(): FakeCleverReach {
  const { lists = {} } = contract.credentials;
  const groups = new Map(Object.values(lists).map((id) => [id, new Map<string, Receiver>()]));
  const attributes = new Map<string, Attributes>();
  const refused = new Set<string>();

  function upsert({ group = '', body }: Received): Reply {
    const [{ email, global_attributes: wanted, activated, deactivated }] = body as Body;
    const receivers = groups.get(group);
    if (!receivers) return { answer: 'unknownGroup' };
    if (refused.has(email)) return { answer: 'refused' };
    const before = receivers.get(email.toLowerCase());
    const isNew = activated === undefined && deactivated === undefined;
    const fresh = { activated: isNew ? 1790000000 : 0, deactivated: 0 };
    const { activated: was, deactivated: left } = before ?? fresh;
    receivers.set(email.toLowerCase(), { email, activated: activated ?? was, deactivated: deactivated ?? left });
    attributes.set(email.toLowerCase(), { ...attributes.get(email.toLowerCase()), ...wanted });
    return { answer: 'done', fill: { email } };
  }

  function look({ group = '', email = '' }: Received): Reply {
    const receivers = [...(groups.get(group)?.values() ?? [])];
    const receiver = receivers.find((one) =>
      [one.email.toLowerCase(), poolIdOf(one.email)].includes(email.toLowerCase()),
    );
    if (!receiver) return { answer: 'unknown' };
    return { answer: 'done', body: { id: poolIdOf(receiver.email), ...receiver, active: receiver.deactivated === 0 } };
  }

  const leaveGroup = ({ group = '', email = '' }: Received): Reply => ({
    answer: groups.get(group)?.delete(email.toLowerCase()) ? 'done' : 'unknown',
  });
  const remove = ({ email = '' }: Received): Reply => ({
    answer: [...groups.values()].filter((group) => group.delete(email.toLowerCase())).length > 0 ? 'done' : 'unknown',
  });
  function purposes(email: string): string[] {
    const receiverOf = (id: string): Receiver | undefined => groups.get(lists[id] ?? '')?.get(email);
    return LISTS.filter((id) => (receiverOf(id)?.activated ?? 0) > 0 && receiverOf(id)?.deactivated === 0);
  }
  return {
    tool: new FakeTool(contract, {
      token: () => ({ answer: 'done' }),
      upsert,
      look,
      leaveGroup,
      delete: remove,
    }),
    mailed: () => {
      const known = [...groups.values()].flatMap((group) => [...group.keys()]);
      return Object.fromEntries(known.map((email) => [email, purposes(email)]));
    },
    leaveThere: (email, at) => {
      for (const group of groups.values()) {
        const receiver = group.get(email.toLowerCase());
        if (receiver) group.set(email.toLowerCase(), { ...receiver, deactivated: Math.floor(Date.parse(at) / 1000) });
      }
    },
    fieldsOf: (email) => attributes.get(email) ?? {},
    refused,
  };
}
