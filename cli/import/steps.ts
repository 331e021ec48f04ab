import { isCoarse, type Span } from './moment';
import { flaw, withoutUndefined, YES, type Flaw, type Told } from './told';

/**
 * When and from where a row was signed up for and confirmed. Only where the file has a time for each of both, one after the other,
 * there were two steps; whatever has one says one. A sign-up that a double opt-in has no confirmation of is no consent.
 */
export function stepsOf(says: Told, flaws: Flaw[]): object {
  const isSure = YES.test(says.get('doubleOptIn') ?? '');
  const [signedUp, confirmed] = [says.moment('signedUpAt'), says.moment('givenAt')];
  const [signedUpAt, confirmedAt] = [signedUp?.first, confirmed?.first];
  const [signedUpIp, ip] = [says.get('signedUpIp'), says.get('ip')];
  const visitor = (at: string | undefined, userAgent?: string): object | undefined =>
    at === undefined ? undefined : withoutUndefined({ ip: at, userAgent });
  if (!says.has('signedUpAt')) {
    if (signedUpIp !== undefined) flaws.push(flaw('signedUpIp', 'Say which column has the time of the sign-up, too.'));
    return { ...given(confirmed), doubleOptIn: isSure || undefined, visitor: visitor(ip, says.get('userAgent')) };
  }
  const hasBoth = signedUpAt !== undefined && confirmedAt !== undefined;
  if (isSure && says.get('signedUpAt') !== undefined && says.get('givenAt') === undefined) {
    flaws.push(flaw('givenAt', 'Signed up and never confirmed: that is no consent. Leave the row out.'));
  }
  if (hasBoth && signedUpAt > confirmedAt) {
    flaws.push(
      flaw('signedUpAt', 'This sign-up is later than its confirmation; perhaps the columns are the other way round.'),
    );
  }
  const isTwo = isSure && hasBoth && signedUpAt < confirmedAt;
  if (isTwo) {
    const network = { visitor: visitor(ip, says.get('userAgent')), signedUpBy: visitor(signedUpIp) };
    return { signedUpAt, signedUpUntil: until(signedUp), ...given(confirmed), doubleOptIn: true, ...network };
  }
  return { ...given(confirmed ?? signedUp), visitor: visitor(ip ?? signedUpIp, says.get('userAgent')) };
}

const given = (span: Span | undefined): object => ({ givenAt: span?.first, givenUntil: until(span) });

/** What says that a time is known no closer. */
const until = (span: Span | undefined): string | undefined => (span && isCoarse(span) ? span.last : undefined);
