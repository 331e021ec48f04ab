import type { Stack } from '../../local/stack';

interface Running {
  stack?: Stack;
  dataDir?: string;
}

/** The stack of this run. On the global object, as Jest loads the files that start and stop it apart from each other. */
export const running: Running = ((globalThis as { consentStack?: Running }).consentStack ??= {});
