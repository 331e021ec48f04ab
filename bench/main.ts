import { audience } from './audience/audience';
import { bundles } from './bundles/bundles';
import { calls } from './calls/calls';
import { evidence } from './evidence/evidence';
import { gateway } from './gateway/gateway';
import { log } from './log/log';
import { machine } from './machine';
import type { Part } from './part';
import { closeStage } from './stage/stage';
import { asMarkdown, asText } from './table';

/** `calls` comes first: it wants to see a container's first call, and the parts share a process. */
const PARTS: readonly Part[] = [calls, gateway, audience, log, evidence, bundles];

/** `npm run bench -- [--markdown] [part...]`; all parts if none is named. */
async function main(args: readonly string[]): Promise<void> {
  const format = args.includes('--markdown') ? asMarkdown : asText;
  const parts = named(args.filter((arg) => arg !== '--markdown'));
  console.log(format(machine()));
  for (const part of parts) console.log((await part.measure()).map(format).join('\n'));
}

function named(names: readonly string[]): readonly Part[] {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length === 0) return names.length === 0 ? PARTS : PARTS.filter(({ name }) => names.includes(name));
  throw new Error(`There is no ${unknown.join(', ')}; there is ${PARTS.map(({ name }) => name).join(', ')}.`);
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(closeStage);
