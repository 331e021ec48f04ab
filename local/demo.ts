import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_SITES } from '../examples/sites/module';
import { consentStory } from './demo/consent-story';
import { endingsStory } from './demo/endings-story';
import { proofStory } from './demo/proof-story';
import { NotSo, Timeline } from './demo/timeline';
import { Visitor } from './demo/visitor';
import { startStack } from './stack';

/** Plays every story on a stack of its own; the exit code is 0 only if each step really happened. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'consent-demo-'));
  const stack = await startStack({ dataDir, sites: EXAMPLE_SITES, report: (line) => console.warn(`  ! ${line}`) });
  try {
    const visitor = new Visitor(stack.url);
    const timeline = new Timeline(() => visitor.now(), console.log);
    const stories = [consentStory(visitor), proofStory(visitor), endingsStory(visitor, stack.url)];
    const steps = await timeline.play(stories.flat());
    console.log(`\nAll ${steps} steps happened.`);
  } finally {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const { message, stack } = error as Error;
    console.error(`\nThe story ends here: ${error instanceof NotSo ? message : (stack ?? message)}`);
    process.exit(1);
  },
);
