import type { SubjectId } from '../ids';
import type { Facts, Operator } from '../consent/entry';
import { takeStep } from './take-step';
import type { Site } from '../policy/schema';
import { plus } from '../calendar';
import type { Deps } from './deps';

export interface GivenAccess {
  readonly site: Site;
  readonly subject: SubjectId;
  /** Who gives it. */
  readonly operator: Operator;
  readonly reason: string;
  readonly form: NonNullable<Facts['form']>;
  readonly asked: Pick<Facts, 'forCase' | 'identity'>;
  readonly now: Date;
}

/** Notes in the ledger that a person is told what there is, by whom and why; kept as long as it is known who read evidence. */
export async function noteAccess(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { site, subject, operator, reason, form, asked, now }: GivenAccess,
): Promise<void> {
  const end = plus(now, site.retention.accessLog);
  await takeStep(deps, {
    subject,
    now,
    decide: (_, __, moment) => ({
      type: 'AccessGiven',
      site: site.id,
      at: moment.toISOString(),
      actor: operator,
      purposes: [],
      facts: { form, ...asked },
    }),
    parts: { reason: { reason } },
    entryEnd: end,
    partsEnd: end,
  });
}
