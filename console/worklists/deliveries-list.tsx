import { troubleIn } from '../../shared/tool-trouble';
import { shortTime } from '../../shared/words/times';
import { useDesk } from '../context';
import { useLoaded } from '../loaded';
import { Addressed } from '../parts/addressed';
import { Trouble } from '../parts/trouble';
import { AT_ONCE, Empty, ListTable, Pages, PersonLink, type ListProps } from './lists';

/** Who could not be told yet, and why; another try is for all that a tool waits for, and so on the tools' own page. */
export function DeliveriesList({ grant, own, after }: ListProps) {
  const { api, language } = useDesk();
  const query = { limit: AT_ONCE, cursor: after };
  const { loaded, again } = useLoaded(() => api.deliveries(grant.site, query), [grant.site, after]);
  if (loaded.is === 'loading') return <p role="status">{own.loading}</p>;
  if (loaded.is === 'trouble') return <Trouble error={loaded.error} again={again} />;
  const { deliveries, cursor } = loaded.value;
  const { person, processor, since, why } = own.columns;
  return (
    <>
      {deliveries.length === 0 ? (
        <Empty {...{ own, after }} text={own.empty.deliveries} />
      ) : (
        <>
          <Addressed grant={grant} ids={deliveries.map(({ id }) => id)}>
            {(names) => (
              <ListTable caption={own.names.deliveries} headings={[person, processor, since, why]}>
                {deliveries.map(({ id, processor: name, since: begun, attempts, triedAt, failure, status }) => (
                  <tr key={`${id} ${name}`}>
                    <th scope="row">
                      <PersonLink {...{ grant, id }} name={names.get(id)} />
                    </th>
                    <td data-label={processor}>{name}</td>
                    <td data-label={since}>{shortTime(begun, language)}</td>
                    <td data-label={why}>
                      {troubleIn(own.tool, { failure, status }).join(' ')}{' '}
                      <span class="soft">({own.tried(attempts, shortTime(triedAt, language))})</span>
                    </td>
                  </tr>
                ))}
              </ListTable>
            )}
          </Addressed>
          <p class="no-print">
            <a href={`/console/${grant.site}/tools`}>{own.toTools}</a>
          </p>
        </>
      )}
      <Pages {...{ grant, own, after }} list="deliveries" next={cursor} />
    </>
  );
}
