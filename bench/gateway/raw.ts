import {
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  type PutItemCommandInput,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { callFunction } from '../stage/functions';
import { listen, type Call } from '../stage/call-log';
import { linksOf, oneClick, press, signUpRequest, someAddress } from '../stage/visitor';

/** What is measured, in the order that a person does it. */
export const STEPS = ['signup', 'confirm', 'unsubscribe'] as const;
export type Step = (typeof STEPS)[number];

/** The calls that a step makes, round trip by round trip, and the subject that they are about. */
export interface Recording {
  readonly subject: string;
  readonly calls: Readonly<Record<Step, readonly Call[]>>;
}

/** Lets the functions serve one person, and notes what they ask of DynamoDB. */
export async function record(): Promise<Recording> {
  await callFunction(signUpRequest(someAddress())); // from then on the container knows the wordings
  const log = listen();
  const email = someAddress();
  log.take();
  await callFunction(signUpRequest(email));
  const signup = log.take();
  const { subject, confirm, unsubscribe } = await linksOf(email);
  log.take();
  await callFunction(press(confirm));
  const confirming = log.take();
  await callFunction(oneClick(unsubscribe));
  return { subject, calls: { signup, confirm: confirming, unsubscribe: log.take() } };
}

/** Makes the very calls of a recorded step again, about somebody else, and nothing besides. */
export class Raw {
  private readonly client: DynamoDBClient;

  constructor(
    endpoint: string,
    private readonly recording: Recording,
  ) {
    this.client = new DynamoDBClient({ endpoint });
  }

  /** Of the same length as a real one. */
  static someSubject(): string {
    return randomBytes(16).toString('base64url');
  }

  async repeat(step: Step, subject: string): Promise<void> {
    const calls = this.recording.calls[step];
    const last = Math.max(...calls.map(({ roundTrip }) => roundTrip));
    for (let trip = 1; trip <= last; trip++) {
      await Promise.all(calls.filter(({ roundTrip }) => roundTrip === trip).map((call) => this.send(call, subject)));
    }
  }

  private async send({ command, input }: Call, subject: string): Promise<void> {
    const about: unknown = JSON.parse(JSON.stringify(input).replaceAll(this.recording.subject, subject));
    if (command === 'Query') await this.client.send(new QueryCommand(about as QueryCommandInput));
    else if (command === 'PutItem') await this.client.send(new PutItemCommand(about as PutItemCommandInput));
    else throw new Error(`Nobody taught this to repeat a ${command}.`);
  }
}
