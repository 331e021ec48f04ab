import { randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from '../../local/aws';
import type { Clock } from '../../local/clock';
import { at, isMatch, transformed } from './pattern';
import type { Queue } from './queue';
import { idOf, type Resolver } from './resolve';
import type { Target } from './resources';

/** The bus of the template, with its rules; and what its pipe makes of a record of the stream. */
export function busOf(
  template: Resolver,
  queues: ReadonlyMap<string, Queue>,
  clock: Clock,
): { readonly pipe: (record: object) => void } {
  const pipe = template.one('AWS::Pipes::Pipe');
  const { EventBridgeEventBusParameters: of, InputTemplate } = pipe.TargetParameters;
  const bus = idOf(pipe.Target);
  const rules = [...template.all('AWS::Events::Rule').values()].filter(
    ({ EventBusName, State }) => EventBusName === bus && State === 'ENABLED',
  );

  function put(event: object): void {
    for (const { EventPattern, Targets } of rules) {
      if (!isMatch(EventPattern, event)) continue;
      for (const target of Targets) queueOf(target).send(JSON.stringify(event));
    }
  }

  function queueOf({ Arn, Input, InputPath, InputTransformer }: Target): Queue {
    const queue = queues.get(idOf(Arn));
    if (queue && (Input ?? InputPath ?? InputTransformer) === undefined) return queue;
    throw new Error(`The rehearsal does not know how a rule hands on to ${Arn}.`);
  }

  return {
    pipe: (record) =>
      put({
        version: '0',
        id: randomUUID(),
        'detail-type': String(at(of.DetailType, record)),
        source: String(at(of.Source, record)),
        account: ACCOUNT,
        time: `${clock.now().toISOString().slice(0, 19)}Z`,
        region: REGION,
        resources: [],
        detail: JSON.parse(transformed(InputTemplate, record)) as object,
      }),
  };
}
