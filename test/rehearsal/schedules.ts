import type { Clock } from '../../local/clock';
import { Loop } from '../../local/loop';
import type { Report } from '../../local/report';
import type { Lambda } from './lambda';
import { idOf, type Resolver } from './resolve';

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const PAUSE_MS = 200;

/** Has functions run at the times of the template, by the rehearsal's clock; what was missed by moving it is made up for by one run. */
export function schedules(
  template: Resolver,
  functions: ReadonlyMap<string, Lambda>,
  clock: Clock,
  report: Report,
): Loop {
  const now = (): number => clock.now().getTime();
  const all = [...template.all('AWS::Events::Rule').values()]
    .filter(({ ScheduleExpression, State }) => ScheduleExpression !== undefined && State === 'ENABLED')
    .flatMap(({ ScheduleExpression, Targets }) => {
      const every = periodOf(String(ScheduleExpression));
      return Targets.map(({ Arn }) => {
        const lambda = functions.get(idOf(Arn));
        if (!lambda) throw new Error(`A schedule runs ${Arn}, which is no function of the template.`);
        return { lambda, every, next: now() + every };
      });
    });
  return new Loop('schedules', report, async () => {
    const due = all.filter(({ next }) => next <= now());
    for (const one of due) one.next = now() + one.every;
    // What fails is reported by the function, and comes again at its time.
    await Promise.all(due.map(({ lambda }) => lambda.invoke({}).catch(() => undefined)));
    return PAUSE_MS;
  });
}

function periodOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const ms = UNITS[unit];
  if (ms === undefined) throw new Error(`The rehearsal does not know when ${expression} is.`);
  return Number(count) * ms;
}
