/** Body text, terms with what they mean, a table, or things to check. */
export type Block =
  | { readonly text: string }
  | { readonly terms: readonly (readonly [term: string, meaning: string])[] }
  | { readonly table: readonly (readonly [string, string, string])[] }
  | { readonly checks: readonly string[] }
  | { readonly small: string };

interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export const TITLE = 'Einwilligungen belegen';
export const SUBTITLE =
  'Was ein Unternehmen zu jedem Empfänger seines Newsletters vorlegen können muss – und wie es gelingt';
export const PUBLISHER = 'Zettelkranich Software GmbH';
export const EDITION = 'Ausgabe 1 · September 2026';

export const SECTIONS: readonly Section[] = [
  {
    heading: 'Auf einen Blick',
    blocks: [
      {
        text:
          'Wer per E-Mail wirbt, braucht vorher eine ausdrückliche Einwilligung und muss sie für jede einzelne Adresse ' +
          'belegen können. Das Verfahren zu beschreiben genügt nicht. Belegt wird der Einzelfall: welcher Wortlaut, ' +
          'welche Adresse, wann bestellt, wann bestätigt, wann widerrufen.',
      },
    ],
  },
  {
    heading: 'Wer wirbt, muss belegen',
    blocks: [
      {
        text:
          'Werbung per E-Mail ohne vorherige ausdrückliche Einwilligung ist eine unzumutbare Belästigung (§ 7 Abs. 2 ' +
          'Nr. 2 UWG). Eine enge Ausnahme gilt nur für eigene ähnliche Angebote an Bestandskunden (§ 7 Abs. 3 UWG).',
      },
      {
        text:
          'Die Beweislast trägt, wer wirbt: gegenüber der Aufsicht nach Art. 5 Abs. 2 und Art. 7 Abs. 1 DSGVO, vor ' +
          'Gericht ebenso. Der Bundesgerichtshof verlangt, dass die konkrete Erklärung jedes Einzelnen vollständig ' +
          'dokumentiert, gespeichert und jederzeit ausdruckbar ist (I ZR 164/09). Ein Zeuge, der nur den üblichen Ablauf ' +
          'kennt, reicht nicht (AG Düsseldorf, 23 C 3876/13).',
      },
    ],
  },
  {
    heading: 'Was zum Nachweis gehört',
    blocks: [
      {
        terms: [
          [
            'Wortlaut',
            'Der Text neben dem Kästchen, Zeichen für Zeichen, mit Version und Sprache. Ändert er sich, bleibt die alte Fassung erhalten.',
          ],
          [
            'Bestellung',
            'Datum, Uhrzeit und IP-Adresse, die eingegebene E-Mail-Adresse und das Formular, von dem sie kam.',
          ],
          ['Nachfrage', 'Die Bestätigungsmail, so wie sie verschickt wurde, und der Zeitpunkt des Versands.'],
          [
            'Bestätigung',
            'Datum, Uhrzeit und IP-Adresse. Sie stehen neben denen der Bestellung und ersetzen sie nicht.',
          ],
          [
            'Zwecke',
            'Newsletter, Produktinformation und Auswertung je für sich, jeweils mit eigenem, nie vorausgewähltem Kästchen.',
          ],
          ['Widerruf', 'Wann, auf welchem Weg und für welche Zwecke.'],
        ],
      },
    ],
  },
  {
    heading: 'Der Ablauf',
    blocks: [
      {
        text:
          'Das Double-Opt-in steht in keinem Gesetz. Die Rechtsprechung hält es grundsätzlich für geeignet, eine ' +
          'Einwilligung zu belegen – wenn jeder Schritt festgehalten ist.',
      },
      {
        terms: [
          ['1. Bestellen', 'Wortlaut, Adresse, Zeit und IP'],
          ['2. Nachfragen', 'eine E-Mail, ohne Werbung'],
          ['3. Bestätigen', 'ein Link, ein Knopf, Zeit und IP'],
          ['4. Senden', 'nur an Bestätigte, mit Abmeldelink'],
          ['5. Widerrufen', 'wirkt sofort und wird belegt'],
        ],
      },
      {
        text:
          'Bis zur Bestätigung weiß niemand, ob die Adresse dem Besteller gehört. Deshalb geht bis dahin keine andere ' +
          'Nachricht an sie, und was unbestätigt bleibt, wird bald gelöscht; sieben Tage sind üblich.',
      },
    ],
  },
  {
    heading: 'Sechs Fehler, die den Nachweis kosten',
    blocks: [
      {
        terms: [
          [
            'Die Nachfrage wirbt',
            'Logo, „Willkommen“ und „Fragen?“ genügten zusammen, um in einer Bestätigungsmail Werbung zu sehen (LG Stendal, 22 S 87/20). Sie bittet um die Bestätigung und sagt sonst nichts.',
          ],
          [
            'Ein Automat bestätigt',
            'Viele Mailserver rufen jeden Link vorab auf, um ihn zu prüfen. Bestätigt ist erst, wenn ein Mensch auf der Seite hinter dem Link einen Knopf drückt.',
          ],
          [
            'Der Wortlaut fehlt',
            'Ein „ja“ in der Datenbank sagt nicht, wozu. Formulare ändern sich, und nach zwei Jahren weiß niemand mehr, was dort stand.',
          ],
          [
            'Daten überschrieben',
            'Die Bestätigung ersetzt Zeit und IP-Adresse der Bestellung, die Abmeldung löscht beides. So verschwindet der Nachweis, kurz bevor er gebraucht wird.',
          ],
          [
            'Alles in einem',
            'Ein Kästchen für Newsletter, Auswertung und Whitepaper zugleich: Ob eine solche Einwilligung freiwillig ist, ist zweifelhaft (Art. 7 Abs. 4 DSGVO). Getrennte Kästchen ersparen die Frage.',
          ],
          [
            'Spurlos änderbar',
            'Was sich unbemerkt ändern lässt, überzeugt niemanden. Besser wird nur angefügt und nie umgeschrieben, und eine Prüfsumme verbindet jeden Eintrag mit dem vorigen.',
          ],
        ],
      },
    ],
  },
  {
    heading: 'Widerrufen',
    blocks: [
      {
        text:
          'Der Widerruf muss so einfach sein wie die Einwilligung (Art. 7 Abs. 3 DSGVO): ein Link in jeder Ausgabe, ohne ' +
          'Anmeldung und ohne Frage nach Gründen. Große Postfachanbieter erwarten außerdem die Abmeldung mit einem Klick ' +
          'aus dem Mailprogramm (RFC 8058). Eine formlose E-Mail genügt ebenso.',
      },
    ],
  },
  {
    heading: 'Aufbewahren und löschen',
    blocks: [
      {
        text:
          'Nach dem Widerruf darf die Adresse nicht mehr zum Versand dienen. Der Nachweis darf bleiben, solange er zur ' +
          'Verteidigung gegen Ansprüche gebraucht wird (Art. 17 Abs. 3 Buchst. e DSGVO). Eine feste Frist nennt das Gesetz ' +
          'nicht. Gebräuchlich sind:',
      },
      {
        table: [
          ['3 Jahre', 'ab dem Widerruf', 'einfach zu berechnen'],
          ['3 Jahre', 'ab dem Ende des Jahres, in dem widerrufen wurde', 'regelmäßige Verjährung, §§ 195, 199 BGB'],
          ['3 Jahre', 'ab der letzten Werbe-E-Mail', 'Verjährung von Geldbußen, § 31 OWiG'],
        ],
      },
      {
        text:
          'Welche Frist gilt, entscheidet und begründet das Unternehmen – und hält sich daran. Einzelne Angaben, etwa die ' +
          'IP-Adresse, können früher gelöscht werden als der Rest.',
      },
    ],
  },
  {
    heading: 'Checkliste',
    blocks: [
      {
        checks: [
          'Zu jeder Adresse lässt sich der Wortlaut zeigen, dem zugestimmt wurde.',
          'Bestellung und Bestätigung stehen getrennt da, jeweils mit Uhrzeit.',
          'Die Bestätigungsmail ist aufbewahrt und enthält keine Werbung.',
          'Jeder Zweck hat ein eigenes, nicht vorausgewähltes Kästchen.',
          'Ein Widerruf wirkt sofort, und auch er ist belegt.',
          'Es steht fest, wann der Nachweis gelöscht wird, und es geschieht.',
          'Der Nachweis zu einer Adresse liegt in Minuten vor, nicht in Tagen.',
        ],
      },
    ],
  },
  {
    heading: 'Quellen',
    blocks: [
      {
        small:
          'BGH, Urteil vom 10. Februar 2011, I ZR 164/09. – AG Düsseldorf, Urteil vom 9. April 2014, 23 C 3876/13. – LG Stendal, ' +
          'Urteil vom 12. Mai 2021, 22 S 87/20. – Europäischer Datenschutzausschuss, Leitlinien 05/2020 zur Einwilligung, ' +
          'Rn. 107–110. – Datenschutzkonferenz, Orientierungshilfe Direktwerbung, Februar 2022. – RFC 8058, Signaling One-Click ' +
          'Functionality for List Email Headers, 2017.',
      },
      {
        small:
          'Herausgeber: Zettelkranich Software GmbH, Papiermühlweg 4, 00123 Beispielstadt, www.demo.example. Das Unternehmen ' +
          'ist erfunden. Dieses Papier ist keine Rechtsberatung.',
      },
    ],
  },
];
