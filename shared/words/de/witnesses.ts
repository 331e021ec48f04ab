import { timeOrText } from '../times';

/** A witness, and when it cosigned. */
interface Cosigned {
  readonly name: string;
  readonly at: string;
}

interface Contradicted {
  readonly name: string;
  readonly since: string;
}

const on = (iso: string): string => timeOrText(iso, 'de');

/** What is said of witnesses: who watch that there is one version of the log, and cosign its states. */
export const witnesses = {
  claim: {
    title: 'Zeugen haben dieses Protokoll gesehen und kein anderes',
    text: 'Ein Zeuge unterschreibt einen neuen Stand nur, wenn er den vorigen fortsetzt. Eine zweite Fassung des Protokolls unterschreibt er nicht.',
  },
  newer: (it: Cosigned) =>
    `Dieser Schritt ist neuer als der Stand, den ${it.name} am ${on(it.at)} unterschrieben hat. Ein später erstellter Nachweis kann ihn einschließen.`,
  findings: {
    notCosigned: (it: { readonly name: string }) =>
      `Es liegt kein Stand des Protokolls vor, den ${it.name} unterschrieben hat. Ob es eine zweite Fassung gibt, ist deshalb offen.`,
    cosignedAtOdds: (it: Cosigned) =>
      `${it.name} nennt für die Unterschrift den ${on(it.at)}. Das passt nicht zu den Zeiten der Schritte; die Unterschrift zählt deshalb nicht.`,
    contradicted: (it: Contradicted) =>
      `Laut der Datei nennt ${it.name} seit ${on(it.since)} eine andere Fassung des Protokolls. Solange das nicht geklärt ist, bleibt offen, welche die richtige ist.`,
  },
  notes: {
    cosigned: (it: Cosigned & { readonly size: number; readonly covered: number }) =>
      `${it.name} hat am ${on(it.at)} den Stand mit ${it.size} Einträgen unterschrieben. Schritte dieser Datei darin: ${it.covered}. Eine zweite Fassung des Protokolls bis zu diesem Stand ist ausgeschlossen, soweit Sie diesem Zeugen vertrauen.`,
    cosignedUnchecked: (it: Cosigned) =>
      `Laut der Datei hat ${it.name} am ${on(it.at)} einen Stand des Protokolls als Zeuge unterschrieben. Prüfen lässt sich das mit dem Schlüssel, den ${it.name} selbst veröffentlicht.`,
    otherVersionOpen: () =>
      'Ob anderen eine andere Fassung des Protokolls gezeigt wird, ist offen. Das kann ein Zeuge ausschließen, dessen Schlüssel Sie angeben.',
  },
  dossier: {
    cosigned: (it: Cosigned) => `mitunterschrieben von ${it.name} am ${on(it.at)}`,
    contradicted: (it: Contradicted) =>
      `Der Zeuge ${it.name} nennt seit ${on(it.since)} eine andere Fassung des Protokolls. Das ist zu klären, bevor dieses Dokument verwendet wird.`,
    none: 'Kein Zeuge hat einen Stand des Protokolls mitunterschrieben. Ob anderen eine andere Fassung gezeigt wird, ist deshalb offen.',
  },
};
