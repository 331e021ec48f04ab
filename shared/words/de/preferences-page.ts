import type { Asked } from '../../consent/preferences';

/** What the preference centre says. */
export const preferencesPage = {
  title: 'Ihre E-Mail-Einstellungen',
  intro: 'Was angekreuzt ist, dürfen wir Ihnen schicken oder auswerten.',
  since: (day: string) => `Seit ${day}.`,
  receipt: 'Beleg ansehen',
  /** Of what rests on legitimate interest. */
  interest: 'Das bekommen Sie als Kunde. Sie können widersprechen: Nehmen Sie das Häkchen weg und speichern Sie.',
  resting: 'Angemeldet, wird aber zurzeit nicht geschickt.',
  waiting: 'Noch nicht bestätigt.',
  waitingHint: 'Bitte nutzen Sie den Link in unserer E-Mail. Ist keine da, kreuzen Sie es noch einmal an.',
  objected: 'Sie haben widersprochen. Das schicken wir Ihnen nicht mehr.',
  save: 'Speichern',
  saveNote: 'Was Sie neu ankreuzen, gilt erst, wenn Sie es über den Link in einer E-Mail bestätigt haben.',
  end: 'Keine E-Mails mehr',
  endNote: 'Das beendet alles sofort, ganz gleich, was angekreuzt ist.',
  language: 'Sprache',
  restricted: (day: string) =>
    `Seit ${day} ist die Verarbeitung Ihrer Daten eingeschränkt. Wofür Sie sich vorher angemeldet haben, schicken wir Ihnen deshalb nicht.`,
  undeliverable: (day: string) =>
    `Seit ${day} kommen E-Mails an Ihre Adresse als unzustellbar zurück. Deshalb schreiben wir Ihnen nicht mehr. Wenn Ihr Postfach wieder erreichbar ist, kreuzen Sie an, was Sie möchten, und bestätigen Sie es neu.`,
  unknown: 'Ihre E-Mail-Adresse haben wir gelöscht. Wenn Sie E-Mails möchten, melden Sie sich bitte neu an:',
  website: 'Zu unserer Website',
  savedTitle: 'Ihre Einstellungen sind gespeichert',
  ended: 'Beendet ist ab sofort:',
  endedAllTitle: 'Sie bekommen keine E-Mails mehr',
  /** By what came of asking by e-mail. */
  askedTitles: {
    asked: 'Bitte bestätigen Sie noch per E-Mail',
    lately: 'Die E-Mail ist schon unterwegs',
    enough: 'Bitte versuchen Sie es morgen noch einmal',
    unknown: 'Bitte melden Sie sich neu an',
  } satisfies Record<Asked, string>,
  asked: 'Sie bekommen gleich eine E-Mail mit einem Link. Erst wenn Sie darüber bestätigt haben, gilt auch:',
  lately: 'Wir haben Ihnen dazu schon eine E-Mail geschickt. Bitte sehen Sie in Ihr Postfach, auch in den Spam-Ordner:',
  enough: 'Heute können wir Ihnen keine weitere E-Mail zum Bestätigen schicken. Noch nicht dabei ist:',
  lackingTitle: 'Das geht nur zusammen',
  unchangedTitle: 'Es bleibt alles, wie es ist',
  unchanged: 'Es war nichts zu ändern.',
  languageTitle: 'Wir schreiben Ihnen jetzt auf Deutsch',
  languageText: 'Das gilt für unsere Seiten und für E-Mails zu Ihrer Anmeldung.',
  choseOftenTitle: 'Bitte versuchen Sie es morgen noch einmal',
  choseOftenText:
    'Die Sprache haben Sie heute schon mehrmals geändert; bis morgen bleibt es bei der jetzigen. Abbestellen können Sie jederzeit.',
  goneTitle: 'Hier ist nichts mehr gespeichert',
  goneText:
    'Sie bekommen von uns nichts, was Sie hier ändern könnten. Wenn Sie E-Mails möchten, melden Sie sich bitte neu an.',
};
