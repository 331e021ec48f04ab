import { deskCountsIn } from '../../shared/words/desk-counts';
import { localeIn } from '../../shared/words/locale';
import { germanDay, shortTime } from '../../shared/words/times';
import { mailedFor, namesOf, useDesk, type Grant } from '../context';
import { useLoaded } from '../loaded';
import { useOwnWords } from '../own-words';
import { Trouble } from '../parts/trouble';
import { Figures, type CountsWords } from './figures';
import { Groups } from './groups';
import { spanOf } from './periods';

interface AtHomeProps {
  readonly grant: Grant;
}

/** What marketing asks each day, without a press: how many may be mailed, and which form works. */
export function CountsAtHome({ grant }: AtHomeProps) {
  const own = useOwnWords(deskCountsIn);
  if (!own) return null;
  return (
    <>
      <Mailed grant={grant} own={own} />
      <Forms grant={grant} own={own} />
    </>
  );
}

interface PartProps extends AtHomeProps {
  readonly own: CountsWords;
}

function Mailed({ grant, own: { home: said, loading } }: PartProps) {
  const { api, language } = useDesk();
  const load = async () => {
    return Promise.all(
      [...namesOf(grant, mailedFor(grant), language)].map(async ([id, name]) => {
        const { mayBeMailed, countedAt } = await api.summary(grant.site, id);
        return { id, name, mayBeMailed, countedAt };
      }),
    );
  };
  const { loaded, again } = useLoaded(load, [grant.site, language]);
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  if (loaded.is === 'loading') return <p role="status">{loading}</p>;
  const [oldest = ''] = loaded.value.map(({ countedAt }) => countedAt).sort();
  return (
    <section aria-labelledby="mailed">
      <h2 id="mailed">{said.mailed}</h2>
      <table class="numbers">
        <caption class="hidden">{said.mailed}</caption>
        <thead>
          <tr>
            <th scope="col">{said.purpose}</th>
            <th scope="col">{said.people}</th>
          </tr>
        </thead>
        <tbody>
          {loaded.value.map(({ id, name, mayBeMailed }) => (
            <tr>
              <th scope="row">
                <a href={`/console/${grant.site}/audience?purpose=${encodeURIComponent(id)}`}>{name}</a>
              </th>
              <td>
                <strong class="figure">{mayBeMailed.toLocaleString(localeIn(language).tag)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">
        {said.why} {said.counted(shortTime(oldest, language))}
      </p>
    </section>
  );
}

function Forms({ grant, own }: PartProps) {
  const { api, language } = useDesk();
  const { from, to } = spanOf('30', germanDay(new Date()));
  const wanted = { from, to, each: 'month', by: 'form', language };
  const { loaded, again } = useLoaded(() => api.counts(grant.site, wanted), [grant.site, language]);
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  const counts = loaded.value;
  return (
    <Groups counts={counts} by="form" own={own} figures={new Figures(language, own)} title={own.home.forms}>
      <p>
        <a href={`/console/${grant.site}/counts`}>{own.home.more}</a>
      </p>
    </Groups>
  );
}
