import { stepFacts } from './step-facts';
import { toolTrouble } from './tool-trouble';
import { pluralIn } from '../plural';

const form = pluralIn('de');

/** Was die Seiten über Empfänger und Werkzeuge sagen. */
export const deskAudience = {
  tool: toolTrouble,
  title: (site: string) => `Empfänger von ${site}`,
  purpose: 'Verteiler',
  loading: 'Wird geladen …',
  more: 'Weitere zeigen',
  when: 'Wann',
  person: 'Person',
  count: {
    title: (purpose: string) => `Wie viele? ${purpose}`,
    mailed: (count: string) => `${count} dürfen angeschrieben werden`,
    one: 'Eine Person darf angeschrieben werden',
    none: 'Noch darf niemand angeschrieben werden',
    noneHint: 'Sobald jemand die Anmeldung bestätigt hat, steht das hier.',
    counted: (time: string) => `Gezählt: ${time}. Neu gezählt wird höchstens alle fünf Minuten.`,
    notTitle: 'Warum nicht mehr?',
    why: 'Grund',
    people: 'Personen',
    all: 'Niemand fehlt: Wessen Einwilligung gilt, darf auch angeschrieben werden.',
    not: {
      pending: 'Anmeldung noch nicht bestätigt',
      undeliverable: 'E-Mails kommen zurück',
      restricted: 'Daten dürfen vorerst nicht genutzt werden (Einschränkung)',
      weighed: 'über den Widerspruch wird noch entschieden',
      objected: 'widersprochen',
      complained: 'eine E-Mail als Spam gemeldet',
    } as Readonly<Record<string, string>>,
    otherwise: 'aus einem anderen Grund',
  },
  /** Bei einem Zweck, für den nichts verschickt, sondern nur ausgewertet wird. */
  measured: {
    mailed: (count: string) => `${count} dürfen ausgewertet werden`,
    one: 'Eine Person darf ausgewertet werden',
    none: 'Noch darf niemand ausgewertet werden',
    all: 'Niemand fehlt: alle, die zugestimmt haben, dürfen ausgewertet werden.',
  },
  export: {
    title: 'Liste holen',
    text: 'Die Liste entsteht nur auf Ihrem Rechner. Wer wann wie viele geholt hat, wird festgehalten. Wer morgen widerruft, steht heute noch darin: holen Sie sie vor jedem Versand neu.',
    format: 'Für',
    formats: {
      'excel-de': 'Excel (deutsch)',
      'excel-en': 'Excel (englisch)',
      rfc4180: 'andere Programme (CSV, RFC 4180)',
      ndjson: 'Programme (NDJSON)',
      brevo: 'Brevo',
      cleverreach: 'CleverReach',
      mailchimp: 'Mailchimp',
      listmonk: 'listmonk',
    },
    button: (count: string) => `${count} holen`,
    progress: (done: string, all: string) => `${done} von ${all}`,
    stop: 'Abbrechen',
    stopped: (count: string) =>
      `Abgebrochen. ${count} ${form(count, 'Person wurde', 'Personen wurden')} abgerufen, aber nicht gespeichert. Das Abrufen ist unten festgehalten.`,
    done: (count: string, name: string) => `${count} ${form(count, 'Person', 'Personen')} gespeichert als ${name}`,
    limit:
      'Dieser Browser sammelt die Liste im Speicher; das geht bis 150 MB. In Chrome und Edge geht sie gleich auf die Platte.',
    tooLarge: 'Die Liste ist größer als 150 MB. Nehmen Sie Chrome oder Edge, oder die Befehlszeile.',
    broke:
      'Die Liste ist nicht vollständig angekommen und wurde verworfen. Was abgerufen wurde, ist unten festgehalten.',
    fileKind: 'Liste',
  },
  left: {
    title: 'Wer ist gegangen?',
    since: 'Seit',
    hint: 'Die Liste reicht 35 Tage zurück. Wer zurückgekommen ist, steht nicht darin. Dass Sie sie zeigen oder speichern, wird festgehalten.',
    show: 'Zeigen',
    count: (count: number) => (count === 1 ? 'Eine Person' : `${count} Personen`),
    nobody: 'Seit diesem Tag ist niemand gegangen.',
    how: 'Wie',
    hows: {
      withdrawn: 'hat widerrufen',
      complained: 'hat eine E-Mail als Spam gemeldet',
      objected: 'hat widersprochen',
      'not-renewed': 'hat auf die Nachfrage nicht geantwortet',
      over: 'die Zeit war abgelaufen',
      'contract-ended': 'der Vertrag ist zu Ende',
      erased: 'wurde gelöscht',
      suppressed: 'wurde gelöscht und gesperrt',
      ended: 'alles wurde sofort gelöscht',
    },
    vias: stepFacts.vias as Readonly<Record<string, string>>,
    addressGone: 'Adresse gelöscht',
    csv: 'Als CSV speichern',
  },
  fetched: {
    title: 'Wer hat Listen geholt?',
    who: 'Wer',
    what: 'Was',
    people: 'Personen',
    nobody: 'Noch niemand.',
    lists: {
      audience: 'Empfänger',
      links: 'Links zu einer Liste',
      changes: 'Änderungen',
      leavers: 'Gegangene',
      addresses: 'Adressen zu einer Liste',
    },
  },
  tools: {
    title: (site: string) => `Werkzeuge von ${site}`,
    intro: 'Wer Daten bekommt, muss von jedem Widerruf erfahren. Hier steht, wer was bestätigt hat.',
    nobody: 'Diese Website gibt niemandem Daten weiter.',
    asOf: (time: string) => `Stand: ${time}`,
    purposes: 'Bekommt Daten für',
    failed: (count: string) => `${count} nicht informiert`,
    since: (time: string) => `seit ${time}`,
    again: 'Noch einmal versuchen',
    trying: 'Wird versucht …',
    tried: (told: number, failed: number) =>
      failed === 0
        ? `${told} informiert. Damit hat das Werkzeug alles bestätigt.`
        : `${told} informiert, ${failed} wieder nicht.`,
    ask: 'Noch einmal versuchen kann der Datenschutz.',
  },
};
