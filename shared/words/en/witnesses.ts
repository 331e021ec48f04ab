import type { witnesses as de } from '../de/witnesses';
import { timeOrText } from '../times';

const on = (iso: string): string => timeOrText(iso, 'en');

/** What is said of witnesses: who watch that there is one version of the log, and cosign its states. */
export const witnesses: typeof de = {
  claim: {
    title: 'Witnesses saw this log, and no other version of it',
    text: 'A witness signs a new state only if it continues the one before. It signs no second version of the log.',
  },
  newer: (it) =>
    `This step is newer than the state that ${it.name} signed on ${on(it.at)}. Evidence that is made later can include it.`,
  findings: {
    notCosigned: (it) =>
      `There is no state of the log here that ${it.name} signed. So it is open whether there is a second version.`,
    cosignedAtOdds: (it) =>
      `${it.name} signed on ${on(it.at)}, as it says. That does not fit to the times of the steps, so the signature does not count.`,
    contradicted: (it) =>
      `As the file says, ${it.name} has named another version of the log since ${on(it.since)}. Until this is cleared up, it is open which of them is the right one.`,
  },
  notes: {
    cosigned: (it) =>
      `On ${on(it.at)} ${it.name} signed the state of ${it.size} entries. Steps of this file in it: ${it.covered}. A second version of the log up to that state is ruled out as far as you trust this witness.`,
    cosignedUnchecked: (it) =>
      `As the file says, ${it.name} signed a state of the log as a witness on ${on(it.at)}. To check that, take the key that ${it.name} itself publishes.`,
    otherVersionOpen: () =>
      'Whether others are shown another version of the log is open. A witness whose key you give can rule that out.',
  },
  dossier: {
    cosigned: (it) => `cosigned by ${it.name} on ${on(it.at)}`,
    contradicted: (it) =>
      `The witness ${it.name} has named another version of the log since ${on(it.since)}. This has to be cleared up before the document is used.`,
    none: 'No witness cosigned a state of the log. So it is open whether others are shown another version of it.',
  },
};
