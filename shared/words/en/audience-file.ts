import type { audienceFile as german } from '../de/audience-file';

export const audienceFile: typeof german = {
  email: 'E-mail',
  language: 'Language',
  since: 'Since',
  mayMeasure: 'Measure opens and clicks',
  unsubscribeUrl: 'Unsubscribe',
  preferencesUrl: 'Preferences',
  id: 'Id',
  yes: 'yes',
  no: 'no',
};
