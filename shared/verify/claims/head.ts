import { canonicalJson } from '../canonical-json';
import { isKnown, type Bundle } from '../format';
import { claim, type Claim } from '../report';

/** 4. The head says what the reading committed to. */
export function checkHead({ entries, at, request, controller, deleted }: Bundle): Claim {
  const last = entries.at(-1);
  const reading = last?.parts['reading'];
  if (!last || !isKnown(last.entry) || reading?.state !== 'disclosed') return claim('head', [{ code: 'headNotShown' }]);
  const { data } = reading;
  const members = [
    ['operator', request.operator, last.entry.actor.id],
    ['at', at, last.entry.at],
    ['reason', request.reason, data['reason']],
    ['disclose', request.disclose, data['disclose']],
    ['controller', controller, data['controller']],
    ['deleted', deleted, data['deleted']],
  ] as const;
  const wrong = members.filter(([, says, committed]) => canonicalJson(says) !== canonicalJson(committed ?? null));
  return claim(
    'head',
    wrong.map(([member]) => ({ code: 'headDiffers', member })),
  );
}
