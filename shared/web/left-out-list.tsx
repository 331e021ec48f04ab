import type { LeftOut } from '../consent/decide/left-out';
import type { Language, Site } from '../policy/schema';
import { findPurpose, purposeName } from '../policy/sites';
import { confirmPageIn } from '../words/confirm-page';
import { readableDay } from '../words/times';

interface Props {
  readonly site: Site | undefined;
  readonly language: Language;
  readonly leftOut: readonly LeftOut[];
  /** Whether it is all that there was, and the page says so. */
  readonly isAll?: boolean;
}

/** What a sign-up asked for and its confirmation does not cover, each with the reason. */
export function LeftOutList({ site, language, leftOut, isAll = false }: Props) {
  if (leftOut.length === 0) return null;
  const { leftOut: texts } = confirmPageIn(language);
  const reason = (left: LeftOut): string => {
    if ('since' in left) return texts[left.why](readableDay(new Date(left.since), language));
    if (left.why === 'unconfirmed') return texts.unconfirmed;
    const others = findPurpose(site, left.id)?.requires ?? [];
    return texts.unsupported(others.map((other) => purposeName(site, other, language)));
  };
  return (
    <>
      {!isAll && <p>{texts.title}</p>}
      <ul>
        {leftOut.map((left) => (
          <li>
            <strong>{purposeName(site, left.id, language)}</strong>: {reason(left)}
          </li>
        ))}
      </ul>
    </>
  );
}
