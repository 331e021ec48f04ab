import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { consentStory } from '../../local/demo/consent-story';
import { endingsStory } from '../../local/demo/endings-story';
import { proofStory } from '../../local/demo/proof-story';
import { NotSo, Timeline } from '../../local/demo/timeline';
import { Visitor } from '../../local/demo/visitor';
import { Shutdown } from '../../local/shutdown';
import { startAmazonsEngine } from '../amazons-engine';
import { bundleOnce } from '../once/bundle-once';
import { startRehearsal } from './stack';
import { synthesised } from './synthesised';

/** `npm run rehearse`: the demo's stories by what the synthesized template says; the exit code is 0 only if each step happened. */
async function main(): Promise<void> {
  const shutdown = new Shutdown();
  try {
    const bundles = bundleOnce();
    const template = synthesised(bundles);
    const folder = await mkdtemp(path.join(tmpdir(), 'consent-rehearsal-'));
    shutdown.add(() => rm(folder, { recursive: true, force: true }));
    const { endpoint: dynamo, stop } = await startAmazonsEngine();
    shutdown.add(() => Promise.resolve(stop()));
    const report = (line: string): void => console.warn(`  ! ${line}`);
    const url = await startRehearsal({ template, bundles, sites: EXAMPLE_SITES, dynamo, folder, report, shutdown });
    const visitor = new Visitor(url);
    const timeline = new Timeline(() => visitor.now(), console.log);
    const stories = [consentStory(visitor), proofStory(visitor), endingsStory(visitor, url)];
    const steps = await timeline.play(stories.flat());
    console.log(`\nAll ${steps} steps happened, as the template says.`);
  } finally {
    await shutdown.run();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const { message, stack } = error as Error;
    console.error(`\nThe rehearsal ends here: ${error instanceof NotSo ? message : (stack ?? message)}`);
    process.exit(1);
  },
);
