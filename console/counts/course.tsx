import { shortDate } from '../../shared/words/times';
import { useDesk } from '../context';
import { Chart } from './chart';
import { mayRise, rateOf, type Period } from './figures';
import type { PartProps } from './glance';

/** How many signed up and confirmed, period by period: as a sentence, a picture and a table. */
export function Course({ counts: { all, openFrom, each }, own, figures, day }: PartProps) {
  const { language } = useDesk();
  const { signUps, confirmedOfThese } = all.sum;
  const isOpen = (one: Period): boolean => mayRise(one, openFrom);
  const rate = (one: Period): string => figures.share(rateOf(one)) + (isOpen(one) ? ` (${own.isOpen})` : '');
  const sentence =
    signUps === 1
      ? own.oneSentence(confirmedOfThese === 1)
      : own.sentence(figures.count(signUps), figures.count(confirmedOfThese), figures.share(rateOf(all.sum)));
  const top = all.periods.reduce((most, one) => ((one.signUps ?? 0) > (most.signUps ?? 0) ? one : most));
  if (signUps === 0)
    return (
      <section aria-labelledby="course">
        <h2 id="course">{own.chart}</h2>
        <p>
          <strong>{own.nothing}.</strong> {own.nothingHint}
        </p>
      </section>
    );
  return (
    <section aria-labelledby="course">
      <h2 id="course">{own.chart}</h2>
      <p>{sentence}</p>
      <Chart
        periods={all.periods}
        openFrom={openFrom}
        label={sentence}
        said={(one) => own.bar(day(one.from), figures.count(one.signUps), rate(one))}
      />
      <p class="ends soft" aria-hidden="true">
        <span>{shortDate(all.periods[0]?.from ?? '', language)}</span>
        <span>{shortDate(all.periods.at(-1)?.from ?? '', language)}</span>
      </p>
      <p class="soft">
        <span class="key confirmed" /> {own.legendConfirmed} <span class="key waiting" /> {own.legendWaiting}
        {all.periods.some(isOpen) && (
          <>
            {' '}
            <span class="key open" /> {own.isOpen}
          </>
        )}
        {'. '}
        {own.highest[each](day(top.from), figures.count(top.signUps))}
      </p>
      {all.periods.some(isOpen) && <p class="soft">{own.open(day(openFrom))}</p>}
      <details>
        <summary>{own.asTable}</summary>
        <table class="stacked numbers">
          <caption class="hidden">{own.chart}</caption>
          <thead>
            <tr>
              <th scope="col">{own.from}</th>
              <th scope="col">{own.names.signUps}</th>
              <th scope="col">{own.names.rate}</th>
              <th scope="col">{own.names.inForce}</th>
            </tr>
          </thead>
          <tbody>
            {all.periods.map((one) => (
              <tr>
                <th scope="row">{shortDate(one.from, language)}</th>
                <td data-label={own.names.signUps}>{figures.count(one.signUps)}</td>
                <td data-label={own.names.rate}>{rate(one)}</td>
                <td data-label={own.names.inForce}>{figures.count(one.inForce)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
