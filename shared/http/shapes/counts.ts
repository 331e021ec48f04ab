import * as z from '../../zod';
import { answer, said } from './named';

export const counts = answer(
  'Counts',
  z.strictObject({
    reported: said(z.int(), 'How many addresses were named, each counted once.'),
    recorded: said(z.int(), 'For how many of them something was written down.'),
  }),
  'How much of a report was written down. Does not say whom.',
);
