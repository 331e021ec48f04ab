import type { Loop } from '../../local/loop';
import type { Report } from '../../local/report';
import type { Lambda } from './lambda';
import type { Queue } from './queue';
import { queueMapping } from './queue-mapping';
import { idOf, type Resolver } from './resolve';
import type { EventSourceMapping, Pipe } from './resources';
import { StreamMapping } from './stream-mapping';

interface Ways {
  readonly functions: ReadonlyMap<string, Lambda>;
  readonly report: Report;
}

/** The pipe, and the event source mapping of the ledger's stream. */
export async function streamsOf(
  template: Resolver,
  { dynamo, functions, put, report }: Ways & { dynamo: string; put: (record: object) => void },
): Promise<StreamMapping[]> {
  const pipe = template.one('AWS::Pipes::Pipe');
  const read = pipe.SourceParameters.DynamoDBStreamParameters;
  const settings = {
    table: idOf(pipe.Source),
    startingPosition: read.StartingPosition,
    batch: read.BatchSize,
    hasWindow: (read.MaximumBatchingWindowInSeconds ?? 0) > 0,
    filters: patternsOf(pipe.SourceParameters.FilterCriteria),
  };
  const toBus = await StreamMapping.open('pipe', dynamo, settings, (all) => Promise.resolve(all.forEach(put)), report);
  const mappings = [...template.all('AWS::Lambda::EventSourceMapping').values()].filter(isOfStream).map((mapping) => {
    const lambda = functionOf(functions, mapping);
    const ofMapping = {
      table: idOf(mapping.EventSourceArn),
      startingPosition: mapping.StartingPosition ?? '',
      batch: mapping.BatchSize,
      hasWindow: (mapping.MaximumBatchingWindowInSeconds ?? 0) > 0,
      filters: patternsOf(mapping.FilterCriteria),
    };
    return StreamMapping.open('log', dynamo, ofMapping, (Records) => lambda.invoke({ Records }), report);
  });
  return [toBus, ...(await Promise.all(mappings))];
}

export function queuesOf(
  template: Resolver,
  { functions, queues, report }: Ways & { queues: ReadonlyMap<string, Queue> },
): Loop[] {
  const mappings = [...template.all('AWS::Lambda::EventSourceMapping').values()].filter((one) => !isOfStream(one));
  return mappings.map((mapping) => {
    const queue = queues.get(idOf(mapping.EventSourceArn));
    if (!queue) throw new Error(`${mapping.EventSourceArn} is no queue of the template.`);
    return queueMapping(queue, functionOf(functions, mapping), mapping, report);
  });
}

const isOfStream = ({ EventSourceArn }: EventSourceMapping): boolean => EventSourceArn.endsWith('/stream');

const patternsOf = (criteria: Pipe['SourceParameters']['FilterCriteria']): string[] =>
  (criteria?.Filters ?? []).map(({ Pattern }) => Pattern);

function functionOf(functions: ReadonlyMap<string, Lambda>, { FunctionName }: EventSourceMapping): Lambda {
  const found = functions.get(FunctionName);
  if (!found) throw new Error(`${FunctionName} is no function of the template.`);
  return found;
}
