import { randomBytes } from 'node:crypto';
import { inTurns, median, percentile, ratio } from '../numbers';
import { listen, type Call } from '../stage/call-log';
import { callFunction, type Request } from '../stage/functions';
import { Replay } from '../stage/replay';
import { openStage, startSequencer, type Stage } from '../stage/stage';
import { askFor, linksOf, press, read, signUpRequest, someAddress } from '../stage/visitor';
import type { Table } from '../table';

const PEOPLE = 20;
const ROUNDS = 7;
const MOST_MS = 40;
const MOST = 3;

/** The evidence of one confirmed person over HTTP, against nothing but the calls to DynamoDB that it makes. */
export async function proof(): Promise<Table[]> {
  const stage = await openStage();
  startSequencer();
  const people = await Promise.all(Array.from({ length: PEOPLE }, confirmed));
  const ask = askOf(stage);
  for (const person of people) await ask(person.email); // catches up with the log
  const first = people[0]!;
  const log = listen();
  log.take();
  await callFunction(askFor('evidence', first.email));
  const calls = log.take();
  const replay = new Replay(stage.tapped);
  const { served, bare } = await inTurns(ROUNDS, {
    served: () => each(people, ({ email }) => ask(email)),
    bare: () => each(people, () => replay.repeat(calls, aboutOther(first.subject))),
  });
  const trips = new Set(calls.map(({ roundTrip }) => roundTrip)).size;
  const times = ratio(served.map(median), bare.map(median));
  const ms = median(served.flat());
  return [
    {
      title: 'Evidence of one person',
      note:
        `JSON over HTTP of ${PEOPLE} people with a confirmed newsletter, one after the other, ${ROUNDS} times in turns. "raw": the same ` +
        `calls from a bare client, in as many round trips. The goal is ${MOST_MS} ms, and ${MOST} x raw.`,
      columns: ['calls', 'round trips', 'p50 ms', 'p99 ms', 'raw p50', 'raw p99', 'x raw', 'goal'],
      rows: [
        [
          calls.length,
          trips,
          ms.toFixed(1),
          percentile(served.flat(), 99).toFixed(1),
          median(bare.flat()).toFixed(1),
          percentile(bare.flat(), 99).toFixed(1),
          times.toFixed(2),
          ms <= MOST_MS && times <= MOST ? 'met' : 'missed',
        ],
      ],
    },
  ];
}

interface Confirmed {
  readonly email: string;
  readonly subject: string;
}

async function confirmed(): Promise<Confirmed> {
  const email = someAddress();
  await callFunction(signUpRequest(email));
  const { subject, confirm } = await linksOf(email);
  await callFunction(press(confirm));
  return { email, subject };
}

function askOf({ gateway, complianceToken }: Stage): (email: string) => Promise<unknown> {
  return (email) => {
    const request: Request = askFor('evidence', email);
    const headers = { ...request.headers, authorization: `Bearer ${complianceToken}` };
    return read(gateway, { ...request, headers });
  };
}

/** What is read stays the same; what is written is about somebody else each time, as it is written once. */
function aboutOther(subject: string): (call: Call) => object {
  const other = randomBytes(16).toString('base64url');
  return ({ command, input }) => {
    const isRead = /^(Get|BatchGet|Query)/.test(command);
    return isRead ? input : (JSON.parse(JSON.stringify(input).replaceAll(subject, other)) as object);
  };
}

/** How many milliseconds each took. */
async function each<T>(people: readonly T[], work: (person: T) => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (const person of people) {
    const start = performance.now();
    await work(person);
    ms.push(performance.now() - start);
  }
  return ms;
}
