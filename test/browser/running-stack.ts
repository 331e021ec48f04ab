import type { ChildProcess } from 'node:child_process';

interface Running {
  stack?: ChildProcess;
  dataDir?: string;
}

/** The stack of this run. On the global object, as Jest loads the files that start and stop it apart from each other. */
export const running: Running = ((globalThis as { consentStack?: Running }).consentStack ??= {});
