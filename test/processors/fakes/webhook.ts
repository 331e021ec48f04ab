interface Message {
  readonly type: string;
  readonly data: {
    readonly email: string;
    readonly purposes?: readonly { readonly id: string; readonly allowed: boolean }[];
  };
}

/** Somebody's own program at the other end of a webhook, which does as it is told. */
export function fakeWebhook() {
  const people = new Map<string, string[]>();
  return {
    take: ({ type, data: { email, purposes = [] } }: Message): object => {
      if (type === 'deletion.requested') people.delete(email);
      else
        people.set(
          email,
          purposes.filter(({ allowed }) => allowed).map(({ id }) => id),
        );
      return type === 'deletion.requested' ? { deleted: true } : {};
    },
    mailed: (): Record<string, string[]> => Object.fromEntries(people),
  };
}
