import type { edge as de } from '../de/edge';

export const edge: typeof de = {
  tooManyTitle: 'Too many requests',
  tooManyText:
    'A great many requests came from your network within the last minutes. Please try again in five minutes; repeating does no harm.',
};
