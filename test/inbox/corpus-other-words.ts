/** Other people's words, jokes, and what only sounds like it; see corpus-near-misses.ts. */
export const SAID_OTHERWISE: readonly string[] = `
„Bitte melden Sie mich vom Newsletter ab.“
"Please unsubscribe me from your newsletter."
Mein Kollege schreibt: Bitte melden Sie mich vom Newsletter ab.
Meine Frau möchte sich vom Newsletter abmelden.
Bitte melden Sie meine Kollegin vom Newsletter ab.
Bitte nehmen Sie Herrn Müller aus dem Verteiler.
Bitte melden Sie kollege@example.org vom Newsletter ab.
Ein Kunde sagt: unsubscribe
Bitte löschen Sie unseren ehemaligen Mitarbeiter aus dem Verteiler.
Please unsubscribe my colleague.
Please remove john@example.org from your mailing list.
My husband would like to unsubscribe from your newsletter.
He wants to be removed from your mailing list.
Ihr Datenschutzbeauftragter schrieb: Ich widerspreche der Werbung.
Auf der Seite steht: Newsletter abbestellen
Ja klar, melden Sie mich ab, dann lese ich ja gar nichts mehr ;-)
Toll, noch ein Newsletter. Bitte mehr davon!
Bitte melden Sie mich ab. Das war nur Spaß.
Abmelden! Quatsch, bleibt alles so.
Bitte abmelden :-)
Bitte abmelden. Nein, doch nicht.
Bitte melden Sie mich vom Newsletter ab. Oder nein, lassen Sie es.
Sure, unsubscribe me, I love your emails too much lol
Unsubscribe me. Just kidding!
Please unsubscribe me. Actually, no.
Abmeldung | Leider kann ich am 3. Dezember nicht teilnehmen.
Abmeldung | Hiermit melde ich meinen Sohn für Freitag krank.
Abmeldung Seminar | Ich kann leider nicht kommen.
Workshop am 3. Dezember | Bitte abmelden.
Kündigung | Hiermit kündige ich meinen Vertrag zum Jahresende.
Kündigung |
Widerruf | Ich widerrufe meine Bestellung Nr. 123.
Widerruf |
Stornierung |
Abmeldung vom Sportkurs |
Hiermit melde ich mich vom Kurs ab.
Ich melde mich ab.
Ich melde mich ab Montag wieder.
Ich bin ab Montag abgemeldet.
Bitte das Auto abmelden.
Ich melde mich bei Ihnen.
Ich kündige mein Abo.
Ich kündige meine Mitgliedschaft.
Bitte löschen Sie meine Daten.
Ich möchte eine Auskunft über meine Daten.
Ich widerrufe meine Einwilligung zur Weitergabe meiner Daten an Dritte.
Ich widerrufe meine Einwilligung in das Tracking.
Ich widerrufe meine Zustimmung zur Nutzung meiner Fotos.
Ich widerspreche der Rechnung.
Ich widerspreche Ihrer Auffassung.
Ich widerspreche der Preiserhöhung zum Jahresende.
Ich widerrufe.
Ich habe mich vom Newsletter abgemeldet.
Ich hatte mich schon im März abgemeldet.
Ich habe meine Einwilligung widerrufen.
Ich habe der Werbung widersprochen.
Gestern habe ich den Newsletter abbestellt.
I unsubscribed from your newsletter.
I have withdrawn my consent.
I already cancelled my subscription.
I withdraw my application.
I revoke my power of attorney.
I object to the invoice.
Please cancel my order.
Please cancel my appointment.
Please remove the attachment.
Please stop the payment.
Please opt me in.
Please subscribe me to your newsletter.
Ich möchte den Newsletter bestellen.
Ich möchte den Newsletter weiter bekommen.
Ich möchte wieder Mails erhalten.
Bitte melden Sie mich zum Newsletter an.
Bitte tragen Sie mich in den Verteiler ein.
Bitte nehmen Sie mich in Ihren Verteiler auf.
Ich möchte keinen Newsletter verpassen.
Ich möchte keine Mail mehr verpassen.
Ich möchte auf keine Ihrer Mails verzichten.
Ich lese keine anderen Newsletter mehr.
I don't want to miss your newsletter.
I never want to miss an email from you.
I want your newsletter.
Ihr Newsletter ist keine Werbung.
Bitte keine Werbung in den Briefkasten.
Werbung |
Newsletter |
Vielen Dank!
Danke für den Newsletter.
Bitte melden Sie sich.
Bitte melden Sie mich.
Bitte bestätigen Sie meine Abmeldung.
Bitte bestätigen Sie mir, dass ich nicht abgemeldet bin.
Bitte abmelden.\\n\\nViele Grüße\\nErika\\n\\nAch nein, doch nicht!
Bitte melden Sie mich vom Newsletter ab.\\n\\nMit freundlichen Grüßen\\nErika\\n\\nDas gilt nur für den Produktbrief.
Bitte melden Sie mich vom Newsletter\\nnicht ab.
Bitte melden Sie mich vom Newsletter ab.\\n\\nPS: War nur ein Scherz
Abmeldung von der Abmeldung
Ich möchte die Abmeldung vom Newsletter rückgängig machen.
Abmeldungen vom Newsletter sind kompliziert.
Die Einwilligung widerrufen möchte ich nicht.
Vom Newsletter abmelden möchte ich mich nicht.
Unsubscribing from this newsletter would be a mistake.
`
  .trim()
  .split('\n')
  .map((line) => line.replaceAll('\\n', '\n'));
