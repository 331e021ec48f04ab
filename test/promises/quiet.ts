import type { Visitor } from '../../local/demo/visitor';

interface Counts {
  readonly queues: Readonly<Record<string, { readonly waiting: number; readonly inFlight: number }>>;
  readonly stream: { readonly lag: number };
}

/** Waits until every consumer has done its work, and what follows from it, too. */
export async function quiet(visitor: Visitor): Promise<void> {
  const look = async (): Promise<Counts> => (await (await visitor.get('/_local/queues')).json()) as Counts;
  const isQuiet = ({ queues, stream }: Counts): boolean =>
    stream.lag === 0 && Object.values(queues).every(({ waiting, inFlight }) => waiting + inFlight === 0);
  let looks = 0;
  const isQuietForAWhile = (counts: Counts): boolean => (looks = isQuiet(counts) ? looks + 1 : 0) === 2;
  await visitor.eventually(look, isQuietForAWhile, 'the consumers did not come to rest');
}
