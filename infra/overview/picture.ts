import { LEFT, RIGHT, type Caller } from './callers';

const WIDTH = 1180;
const CARD = 338;
const MIDDLE = { x: 424, width: 332 };
const LINE = 21;
const HEAD = 58;
const GAP = 18;
const TOP = 24;

const STYLE = `
.page{fill:#fbfaf7}.card{fill:#fff;stroke:#d9d3c5}.hub{fill:#1d2430}.store{fill:#fff;stroke:#8a8577}.derived{fill:#f1e9da;stroke:#b9ad93}
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:13px;fill:#1d2430}
.name{font-size:16px;font-weight:700}.soft{fill:#5b6475}.path{font-family:ui-monospace,Menlo,Consolas,"Noto Sans Mono",monospace;font-size:12px;fill:#8a2f1d}
.light{fill:#fbfaf7}.middle{text-anchor:middle}.end{text-anchor:end}.arrow{stroke:#8a8577;stroke-width:1.6;fill:none;marker-end:url(#tip)}`;

/** Who calls what, and what becomes of it, as SVG. */
export function overview(): string {
  const height = TOP * 2 + Math.max(...[LEFT, RIGHT].map(heightOf));
  const body = [...column(LEFT, 20, height), ...column(RIGHT, WIDTH - CARD - 20, height), ...middle(height)].join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${LABEL}">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#8a8577"/></marker></defs>
<style>${STYLE}
</style>
<rect class="page" width="${WIDTH}" height="${height}" rx="14"/>
${body}
</svg>
`;
}

const LABEL =
  'Persons, websites and backends call the system from one side; marketing, compliance, processors and anybody from the other. ' +
  'Functions put entries into the ledger and personal data into the vault; the rest follows from the ledger.';

const tall = ({ calls }: Caller): number => HEAD + calls.length * LINE + 12;
const heightOf = (callers: readonly Caller[]): number => callers.reduce((sum, one) => sum + tall(one) + GAP, -GAP);

function column(callers: readonly Caller[], x: number, height: number): string[] {
  const space = (height - TOP * 2 - heightOf(callers)) / Math.max(1, callers.length - 1);
  let y = TOP;
  return callers.map((caller) => {
    const drawn = card(caller, x, y);
    y += tall(caller) + GAP + space;
    return drawn;
  });
}

function card(caller: Caller, x: number, y: number): string {
  const { name, by, calls } = caller;
  const isLeft = x < MIDDLE.x;
  const centre = y + tall(caller) / 2;
  const [from, to] = isLeft ? [x + CARD, MIDDLE.x - 4] : [x, MIDDLE.x + MIDDLE.width + 4];
  const lines = calls.map(([path, what], n) => {
    const at = y + HEAD + 8 + n * LINE;
    return (
      `<text class="path" x="${x + 18}" y="${at}">${path}</text>` +
      `<text class="soft end" x="${x + CARD - 16}" y="${at}">${what}</text>`
    );
  });
  return [
    `<rect class="card" x="${x}" y="${y}" width="${CARD}" height="${tall(caller)}" rx="10"/>`,
    `<text class="name" x="${x + 18}" y="${y + 27}">${name}</text>`,
    `<text class="soft" x="${x + 18}" y="${y + 46}">${by}</text>`,
    ...lines,
    `<path class="arrow" d="M${from} ${centre}H${to}"/>`,
  ].join('\n');
}

/** What the functions write, and what follows from it. */
function middle(height: number): string[] {
  const { x, width } = MIDDLE;
  const half = (width - 44) / 2;
  const row = (n: number): number => TOP + 96 + (n * (height - TOP * 2 - 96 - 92)) / 3;
  const left = x + 16;
  const right = left + half + 12;
  return [
    `<rect class="hub" x="${x}" y="${TOP}" width="${width}" height="${height - TOP * 2}" rx="12"/>`,
    label(x + width / 2, TOP + 34, 'API Gateway · Lambda', 'name light middle'),
    label(x + width / 2, TOP + 56, 'functions add, and never overwrite', 'light middle'),
    box('store', left, row(0), half, ['Ledger', 'entries, wording;', 'nothing personal']),
    box('store', right, row(0), half, ['Vault', 'address, name, IP,', 'mails; each ends']),
    label(x + width / 2, row(1) - 17, 'what follows from the ledger’s stream', 'light middle'),
    down(left + half / 2, row(1) + 84, row(2)),
    down(right + half / 2, row(1) + 84, row(2)),
    box('derived', left, row(1), half, ['Log', 'hashes, signed,', 'for everybody']),
    box('derived', right, row(1), half, ['Consumers', 'mail, retention,', 'processors']),
    box('derived', left, row(2), half, ['Archive', 'write-once,', 'timestamped']),
    box('derived', right, row(2), half, ['Audience', 'who may be mailed,', 'what changed']),
    label(x + width / 2, row(3) + 30, 'A withdrawal needs the ledger alone.', 'light middle'),
    label(x + width / 2, row(3) + 52, 'Whatever is derived can be derived again.', 'light middle'),
  ];
}

function box(kind: string, x: number, y: number, width: number, [name = '', ...lines]: readonly string[]): string {
  return [
    `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="84" rx="8"/>`,
    label(x + 14, y + 27, name, 'name'),
    ...lines.map((line, n) => label(x + 14, y + 48 + n * 18, line, 'soft')),
  ].join('\n');
}

const down = (x: number, from: number, to: number): string => `<path class="arrow" d="M${x} ${from}V${to - 4}"/>`;

const label = (x: number, y: number, text: string, kind: string): string =>
  `<text class="${kind}" x="${x}" y="${y}">${text}</text>`;
