import type { ComponentChildren } from 'preact';
import { localeIn } from '../../shared/words/locale';
import { useDesk } from '../context';
import { leftOf, mayRise, rateOf, type CountsWords, type Figures, type SiteCounts } from './figures';

interface GroupsProps {
  readonly counts: SiteCounts;
  readonly by: 'form' | 'purpose' | 'language';
  readonly own: CountsWords;
  readonly figures: Figures;
  readonly title: string;
  /** What stands below the table. */
  readonly children?: ComponentChildren;
}

/** One row for each form, purpose or language, the best rate first; those without any sign-up last. */
export function Groups({ counts, by, own, figures, title, children }: GroupsProps) {
  const { language } = useDesk();
  const { groups = [], hiddenBelow, openFrom, all } = counts;
  const languages = new Intl.DisplayNames(localeIn(language).tag, { type: 'language' });
  const rows = [...groups].sort((one, other) => (rateOf(other.sum) ?? -1) - (rateOf(one.sum) ?? -1));
  const isHidden = rows.some(({ sum: { medianSeconds: _, ...sum } }) => Object.values(sum).includes(null));
  const nameOf = ({ key, name }: (typeof rows)[number]): string =>
    key === null ? own.noForm : by === 'language' ? (languages.of(key) ?? key) : (name ?? key);
  return (
    <section aria-labelledby="groups">
      <h2 id="groups">{title}</h2>
      <table class="stacked numbers">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{own.splits[by]}</th>
            <th scope="col">{own.names.signUps}</th>
            <th scope="col" aria-sort="descending">
              {own.names.rate}
            </th>
            <th scope="col">{own.names.median}</th>
            <th scope="col">{own.left}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((group) => (
            <tr>
              <th scope="row">{nameOf(group)}</th>
              <td data-label={own.names.signUps}>{figures.count(group.sum.signUps)}</td>
              <td data-label={own.names.rate}>{figures.share(rateOf(group.sum))}</td>
              <td data-label={own.names.median}>{figures.time(group.sum.medianSeconds)}</td>
              <td data-label={own.left}>{figures.count(leftOf(group.sum))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.periods.some((one) => mayRise(one, openFrom)) && <p class="soft">{own.stillRising}</p>}
      {by === 'form' && rows.every(({ key }) => key === null) && <p class="soft">{own.noFormHint}</p>}
      {isHidden && <p class="soft">{own.hiddenHint(hiddenBelow)}</p>}
      {children}
    </section>
  );
}
