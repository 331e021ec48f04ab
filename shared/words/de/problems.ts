/** Was nur ein Fehler der Konsole selbst sein kann. */
const BROKEN =
  'Die Konsole hat etwas gesendet, das der Server nicht versteht. Laden Sie die Seite neu; bleibt es dabei, sagen Sie es Ihrer Administration.';

/** Was die Konsole sagt, wenn der Server ablehnt: was war, und was zu tun ist. Nach Status und Art der Ablehnung. */
export const problems = {
  '400 not-utf-8': BROKEN,
  '400 not-json': BROKEN,
  '400 duplicate-key': BROKEN,
  '400 unknown-language': 'In dieser Sprache hat die Website keine Texte. Wählen Sie eine andere.',
  '400 cursor': 'Die Liste lässt sich von dieser Stelle aus nicht fortsetzen. Beginnen Sie sie von vorn.',
  '400 limit': BROKEN,
  '400 profile': 'Diese Art von Tabelle gibt es nicht.',
  '400 since': 'So weit zurück wird nicht aufbewahrt, wer gegangen ist. Wählen Sie einen späteren Tag.',
  '400 period':
    'Der erste Tag liegt nach dem letzten, oder es sind mehr als 366 Tage. Wählen Sie einen anderen Zeitraum.',
  '400 each': 'Solche Abschnitte gibt es nicht. Wählen Sie Tage, Wochen oder Monate.',
  '400 by': 'Danach lässt sich nicht aufteilen. Wählen Sie Formular, Verteiler oder Sprache.',
  '401 token': 'Ihre Anmeldung gilt nicht mehr. Melden Sie sich wieder an.',
  '403 grant': 'Dafür haben Sie bei dieser Website keine Rechte.',
  '404 unknown-site': 'Diese Website gibt es hier nicht oder nicht mehr.',
  '404 unknown-purpose': 'Diesen Verteiler gibt es bei der Website nicht oder nicht mehr.',
  '404 unknown-person': 'Zu dieser Person ist bei der Website nichts gespeichert. Prüfen Sie Adresse und Website.',
  '404 unknown-case': 'Diesen Vorgang gibt es nicht, oder er ist schon geschlossen. Laden Sie die Liste neu.',
  '406 not-acceptable': BROKEN,
  '409 date-past': 'Diese Fassung der Datenschutzhinweise gilt schon; angekündigt wird vorher.',
  '409 other-version': 'Inzwischen gilt eine andere Fassung der Datenschutzhinweise. Laden Sie die Seite neu.',
  '409 nothing-pending':
    'Unter dieser Adresse wartet niemand auf eine Bestätigungsmail, oder die Adresse ist nicht mehr gespeichert. Es wurde nichts verschickt.',
  '409 undeliverable': 'Mails an diese Adresse kommen zurück. Bitten Sie die Person um eine andere.',
  '409 nothing-to-review': 'Etwas davon steht nicht oder nicht mehr auf der Liste. Laden Sie die Liste neu.',
  '409 changed-meanwhile':
    'Inzwischen ist bei dieser Person etwas geschehen. Es wurde nichts getan; sehen Sie noch einmal nach, was jetzt geschehen würde.',
  '409 no-such-hold': 'Eine Aufbewahrung mit diesem Namen gibt es bei der Person nicht.',
  '409 restricted': 'Die Daten dieser Person sind eingeschränkt. Schreiben Sie ihr nicht.',
  '409 not-movable':
    'Auf die neue Adresse lässt sich jetzt nichts umziehen: An der alten gilt keine Einwilligung, die Daten einer der beiden sind eingeschränkt, an die neue darf nicht geschrieben werden, oder sie hat heute schon genug Mails bekommen.',
  '410 cursor-too-old': 'So weit zurück werden Änderungen nicht aufbewahrt. Nehmen Sie die ganze Liste.',
  '410 site-closed': 'Diese Website ist geschlossen.',
  '413 too-large': 'Das ist zu viel auf einmal. Kürzen Sie den Text, oder teilen Sie ihn auf.',
  '415 media-type': BROKEN,
  '422 invalid': 'Eine Angabe stimmt nicht. Es wurde nichts gespeichert.',
  '422 too-large': 'Die Antwort ist zu groß, um sie hier zu zeigen. Schränken Sie die Auswahl ein.',
  '500 internal': 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal; das schadet nicht.',
  '503 busy': 'Gerade ist sehr viel los. Versuchen Sie es gleich noch einmal; es ist nichts verloren.',
};
