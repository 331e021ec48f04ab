import { leftOf, rateOf, type CountsWords, type Figures, type SiteCounts } from './figures';

export interface PartProps {
  readonly counts: SiteCounts;
  readonly own: CountsWords;
  readonly figures: Figures;
  /** How a day is written. */
  readonly day: (date: string) => string;
}

const EACH = ['confirmations', 'withdrawals', 'complaints', 'objections', 'expiries', 'bounces'] as const;

/** What one looks at first, and all there is in a table: each beside what it was in the time before. */
export function Glance({ counts: { all }, own, figures, day }: PartProps) {
  const { sum, previous, inForce } = all;
  const [rate, rateBefore] = [rateOf(sum), previous && rateOf(previous)];
  const row = (name: string, value: number | null | undefined, before: number | null | undefined) =>
    [name, figures.count(value), figures.count(before), figures.change(value, before)] as const;
  const inForceRow = row(own.names.inForce, inForce, previous?.inForce);
  const signUps = row(own.names.signUps, sum.signUps, previous?.signUps);
  const rates = [own.names.rate, figures.share(rate), figures.share(rateBefore), figures.points(rate, rateBefore)];
  const median = [own.names.median, figures.time(sum.medianSeconds), figures.time(previous?.medianSeconds), undefined];
  const left = row(own.left, leftOf(sum), previous && leftOf(previous));
  const others = EACH.map((name) => row(own.names[name], sum[name], previous?.[name]));
  const tiles = [inForceRow, signUps, rates, left, row(own.names.bounces, sum.bounces, previous?.bounces)];
  return (
    <section aria-labelledby="glance">
      <h2 id="glance">{own.glance}</h2>
      <dl class="glance">
        {tiles.map(([name, count, before, change]) => (
          <div>
            <dt>{name}</dt>
            <dd class="figure">
              <strong>{count}</strong>
            </dd>
            {previous && (
              <dd class="soft">
                {own.was(before ?? own.none)}
                {change !== undefined && ` (${change})`}
              </dd>
            )}
          </div>
        ))}
      </dl>
      {previous && <p class="soft">{own.against(day(previous.from), day(previous.to))}</p>}
      <details>
        <summary>{own.allNumbers}</summary>
        <table class="numbers">
          <caption class="hidden">{own.allNumbers}</caption>
          <thead>
            <tr>
              <th scope="col">{own.what}</th>
              <th scope="col">{own.count}</th>
              <th scope="col">{own.before}</th>
              <th scope="col">{own.change}</th>
            </tr>
          </thead>
          <tbody>
            {[inForceRow, signUps, rates, median, ...others].map(([name, count, before, change]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{count}</td>
                <td>{before}</td>
                <td>{change ?? own.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
