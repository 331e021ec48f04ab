import { mayRise, type Period } from './figures';

interface ChartProps {
  readonly periods: readonly Period[];
  /** From that day on a rate is not final. */
  readonly openFrom: string;
  /** What the picture shows, in a sentence. */
  readonly label: string;
  /** What a bar says to whoever points at it. */
  readonly said: (period: Period) => string;
}

const HEIGHT = 160;
const WIDTH = 720;

/** Bars of those who signed up, and in each how many of them confirmed; the rest is hatched where it still may. The table beside it says the same. */
export function Chart({ periods, openFrom, label, said }: ChartProps) {
  const most = Math.max(1, ...periods.map(({ signUps }) => signUps ?? 0));
  const step = WIDTH / periods.length;
  const height = (count: number | null): number => ((count ?? 0) / most) * HEIGHT;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <defs>
        <pattern id="open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <rect class="hatch" width="2.5" height="6" />
        </pattern>
      </defs>
      {periods.map((period, n) => {
        const bar = { x: n * step + step * 0.1, width: step * 0.8 };
        const [all, some] = [height(period.signUps), height(period.confirmedOfThese)];
        return (
          <g>
            <title>{said(period)}</title>
            <rect class={mayRise(period, openFrom) ? 'open' : 'waiting'} {...bar} y={HEIGHT - all} height={all} />
            <rect class="confirmed" {...bar} y={HEIGHT - some} height={some} />
          </g>
        );
      })}
      <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
    </svg>
  );
}
