import { sesEvent, type Outcome, type Sent } from '../../local/ses/outcomes';
import type { Signed } from '../../local/sns/topic';
import type { Answer, World } from './world';

/** What SES tells of a mail, as the topic signs it. */
export function newsOf(world: World, mail: Sent, outcome: Outcome): Signed {
  return world.topic.notification(JSON.stringify(sesEvent(mail, outcome, new Date())));
}

/** Calls as SNS does. */
export function call(world: World, message: object | string): Promise<Answer> {
  return world.call('feedback', 'feedback-ses', { body: message });
}

/** Purpose -> may we write? */
export async function allowed(world: World, email: string): Promise<Record<string, boolean>> {
  const answer = await world.call('permissions', 'permissions', { body: { email } });
  const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
  return Object.fromEntries(purposes.map(({ id, allowed }) => [id, allowed]));
}
