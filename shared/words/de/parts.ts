import type { PartClass } from '../../ledger/part';

/** What the classes of personal data are called. */
export const parts: Readonly<Record<PartClass, string>> = {
  address: 'E-Mail-Adresse',
  details: 'Name und weitere Angaben',
  network: 'IP-Adresse und Browser',
  mail: 'E-Mail',
  reading: 'Abruf eines Nachweises',
  reason: 'Begründung',
};
