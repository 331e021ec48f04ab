import type { Part } from '../part';
import { CompactLog } from './compact-log';
import { proving } from './proving';
import { sequencing } from './sequencing';

/** The log, up to ten million leaves. */
export const log: Part = {
  name: 'log',
  measure: async () => {
    const store = new CompactLog();
    return [await sequencing(store), await proving(store)];
  },
};
