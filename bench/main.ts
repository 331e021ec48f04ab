import { parseArgs } from 'node:util';
import { audience } from './audience/audience';
import { bulk } from './bulk/bulk';
import { bundles } from './bundles/bundles';
import { calls } from './calls/calls';
import { evidence } from './evidence/evidence';
import { flood } from './flood/flood';
import { gateway } from './gateway/gateway';
import { history } from './history/history';
import { importing } from './import/import';
import { inbox } from './inbox/inbox';
import { log } from './log/log';
import { machine } from './machine';
import { memory, type MemoryOptions } from './memory/memory';
import { peers } from './peers/peers';
import { sequencing } from './sequencing/sequencing';
import { closeStage } from './stage/stage';
import { proof } from './proof/proof';
import { timing } from './timing/timing';
import { asMarkdown, asText, type Table } from './table';

/**
 * The parts by their names: `npm run bench -- <name>`. A part measures all that it compares in one run.
 * `calls` comes first: it wants to see a container's first call, and the parts share a process.
 */
const PARTS: Readonly<Record<string, (options: MemoryOptions) => Promise<Table[]>>> = {
  calls,
  gateway,
  history,
  import: importing,
  proof,
  timing,
  // Last but for what needs no stage: from then on the gateway has limits.
  flood,
  audience,
  log,
  sequencing,
  evidence,
  bundles,
  inbox,
};

/** Only where they are named: they take minutes, or what `npm ci` does not bring. */
const ASKED_FOR: typeof PARTS = { bulk, memory, peers };

/**
 * `npm run bench -- [--markdown] [part...]`; all parts but `bulk`, `memory` and `peers` if none is named. For `bulk` and `memory` there is `--people`,
 * for `memory` `--minutes`, `--old-space` and `--snapshots`.
 */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals: names } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      markdown: { type: 'boolean' },
      people: { type: 'string' },
      minutes: { type: 'string' },
      'old-space': { type: 'string' },
      snapshots: { type: 'boolean' },
    },
  });
  const [people, minutes, oldSpace] = (['people', 'minutes', 'old-space'] as const).map((name) =>
    positive(`--${name}`, values[name]),
  );
  const options = { people, minutes, oldSpace, snapshots: values.snapshots };
  const format = values.markdown ? asMarkdown : asText;
  const all = { ...PARTS, ...ASKED_FOR };
  const unknown = names.filter((name) => !Object.hasOwn(all, name));
  const known = Object.keys(all);
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}; there is ${known.join(', ')}.`);
  console.log(format(machine()));
  const asked = names.length === 0 ? Object.keys(PARTS) : known.filter((name) => names.includes(name));
  for (const name of asked) console.log((await all[name]?.(options))?.map(format).join('\n'));
}

function positive(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (number > 0) return number;
  throw new Error(`${option} takes a number above 0; it is "${given}".`);
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(closeStage);
