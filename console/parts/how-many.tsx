import type { ComponentChildren } from 'preact';
import { localeIn } from '../../shared/words/locale';
import { shortTime } from '../../shared/words/times';
import { useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import type { AudienceWords } from '../pages/audience';
import { Trouble } from './trouble';

interface HowManyProps {
  readonly grant: Grant;
  readonly purpose: string;
  /** What the purpose is called. */
  readonly name: string;
  /** Whether it has no mails of its own, and is about measuring those of others. */
  readonly measures: boolean;
  readonly own: AudienceWords;
  /** What follows once it is known how many there are. */
  readonly children: (mayBeMailed: number) => ComponentChildren;
}

/** How many may be mailed for a purpose, and why not more. */
export function HowMany({ grant, purpose, name, measures, own, children }: HowManyProps) {
  const { api, language } = useDesk();
  const said = { ...own.count, ...(measures && own.measured) };
  const { loaded, again } = useLoaded(() => api.summary(grant.site, purpose), [grant.site, purpose]);
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  const { mayBeMailed, not, countedAt } = loaded.value;
  const written = (count: number): string => count.toLocaleString(localeIn(language).tag);
  const one = mayBeMailed === 1 ? said.one : said.mailed(written(mayBeMailed));
  const reasons = Object.entries(not).filter(([, count]) => count > 0);
  return (
    <>
      <section aria-labelledby="how-many">
        <h2 id="how-many">{said.title(name)}</h2>
        <p role="status">
          <strong class="figure">{mayBeMailed === 0 ? said.none : one}</strong>
        </p>
        {mayBeMailed === 0 && <p>{said.noneHint}</p>}
        {reasons.length === 0 && mayBeMailed > 0 && <p>{said.all}</p>}
        {reasons.length > 0 && (
          <table class="figures">
            <caption>{said.notTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{said.people}</th>
                <th scope="col">{said.why}</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(([reason, count]) => (
                <tr>
                  <td>{written(count)}</td>
                  <td>{said.not[reason] ?? said.otherwise}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p class="soft">{said.counted(shortTime(countedAt, language))}</p>
      </section>
      {mayBeMailed > 0 && children(mayBeMailed)}
    </>
  );
}
