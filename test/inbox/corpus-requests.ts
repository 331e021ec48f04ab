import { ENGLISH_WITHDRAWALS } from './corpus-requests-english';

/** What people write who clearly want no more mail. "Subject | text"; without a subject it is an answer to a newsletter. */
const GERMAN_WITHDRAWALS: readonly string[] = `
Bitte melden Sie mich vom Newsletter ab.
Bitte melden Sie mich von Ihrem Newsletter ab.
Bitte melden Sie mich umgehend von Ihrem Verteiler ab.
Melden Sie mich bitte ab.
Melden Sie mich bitte vom Newsletter ab, danke.
Bitte meldet mich von eurem Newsletter ab.
Bitte melde mich von deinem Newsletter ab.
Bitte melden Sie mich mit sofortiger Wirkung von allen Newslettern ab.
Hallo, bitte meldet mich vom Newsletter ab. Danke!
Bitte melden Sie uns von Ihrem E-Mail-Newsletter ab.
Bitte melden Sie diese E-Mail-Adresse vom Newsletter ab.
Bitte melden Sie meine E-Mail-Adresse von Ihrem Newsletter ab.
Bitte tragen Sie mich aus Ihrem Verteiler aus.
Tragen Sie mich bitte aus dem Newsletter aus.
Bitte tragt mich aus der Mailingliste aus.
Bitte tragen Sie mich aus.
Bitte nehmen Sie mich aus Ihrem Verteiler.
Bitte nehmen Sie mich aus dem Verteiler heraus.
Nehmen Sie mich sofort aus Ihrem E-Mail-Verteiler!
Nehmt mich bitte aus eurem Verteiler raus.
Bitte aus dem Verteiler nehmen.
Bitte aus dem Verteiler nehmen, danke!
Bitte mich aus dem Verteiler nehmen.
Aus dem Verteiler nehmen bitte.
Bitte aus dem Verteiler löschen.
Bitte löschen Sie mich aus Ihrem Verteiler.
Bitte löschen Sie mich aus der Liste.
Bitte löschen Sie meine Adresse aus Ihrem Verteiler.
Bitte löschen Sie meine E-Mail-Adresse aus Ihrem Newsletter-Verteiler.
Bitte löschen Sie meine Daten aus Ihrem Verteiler.
Bitte streichen Sie mich von der Liste.
Bitte streichen Sie mich aus Ihrem Verteiler.
Bitte streichen Sie meine Mailadresse aus Ihrem Verteiler.
Bitte entfernen Sie mich aus Ihrer Mailingliste.
Bitte entfernen Sie meine E-Mail aus dem Verteiler.
Bitte entfernen Sie uns aus dem Verteiler für den Newsletter.
Entfernt mich bitte aus dem Verteiler.
Bitte bestellen Sie den Newsletter ab.
Bitte kündigen Sie meinen Newsletter.
Bitte stornieren Sie mein Newsletter-Abo.
Bitte beenden Sie mein Newsletterabo.
Bitte stoppen Sie den Newsletter.
Newsletter bitte abbestellen.
Newsletter abbestellen.
Bitte den Newsletter abbestellen.
Newsletter kündigen
Newsletter bitte stornieren
bitte newsletter abmelden
vom Newsletter abmelden
Bitte vom Newsletter abmelden.
Bitte von allen Newslettern abmelden.
Bitte aus der Liste austragen.
Bitte austragen.
Bitte abmelden!
abmelden
Abbestellen.
abbestellen bitte
Abmelden bitte, vielen Dank.
STOPP
Stop
Ich möchte mich vom Newsletter abmelden.
Ich möchte mich hiermit vom Newsletter abmelden.
Ich möchte mich gerne von Ihrem Newsletter abmelden.
Hiermit möchte ich mich von Ihrem Newsletter abmelden.
Ich würde mich gern vom Newsletter abmelden.
Ich will mich vom Newsletter abmelden.
Ich möchte mich abmelden.
Ich möchte vom Newsletter abgemeldet werden.
Ich möchte gern aus Ihrem Verteiler gestrichen werden.
Ich möchte aus dem Verteiler genommen werden.
Ich möchte aus Ihrer Liste entfernt werden.
Wir möchten aus Ihrem Verteiler gelöscht werden.
Ich möchte den Newsletter abbestellen.
Ich möchte Ihren Newsletter kündigen.
Ich möchte meinen Newsletter bitte abbestellen.
Hiermit möchte ich den Newsletter kündigen.
Wir möchten Ihren Newsletter abbestellen.
Ich bitte Sie, mich von Ihrem Newsletter abzumelden.
Ich bitte darum, mich aus dem Verteiler zu streichen.
Ich bitte Sie, meine Adresse aus Ihrem Verteiler zu löschen.
Wir bitten Sie, uns aus Ihrem Verteiler zu nehmen.
Ich bitte um Abmeldung vom Newsletter.
Ich bitte um Löschung aus Ihrem Verteiler.
Ich bitte um Streichung aus dem Verteiler.
Bitte um Austragung aus dem Verteiler.
Bitte um Abmeldung.
Ich melde mich hiermit vom Newsletter ab.
Hiermit melde ich mich vom Newsletter ab.
Hiermit melde ich mich ab.
Ich melde mich von Ihrem Newsletter ab.
Hiermit kündige ich den Newsletter.
Hiermit kündige ich Ihren Newsletter mit sofortiger Wirkung.
Ich kündige hiermit mein Newsletter-Abonnement.
Ich bestelle Ihren Newsletter hiermit ab.
Hiermit bestelle ich den Newsletter ab.
Ich möchte keine E-Mails mehr von Ihnen erhalten.
Ich möchte keine Mails mehr bekommen.
Ich möchte keinen Newsletter mehr erhalten.
Ich möchte von Ihnen keine weiteren E-Mails erhalten.
Ich möchte in Zukunft keine Newsletter mehr von Ihnen bekommen.
Ich will keine Mails mehr von euch.
Ich will keinen Newsletter mehr!
Ich wünsche keine weiteren E-Mails.
Ich wünsche keine weiteren Newsletter von Ihnen.
Wir wünschen keine weiteren Zusendungen.
Wir möchten keine Newsletter mehr erhalten.
Künftig möchte ich keine E-Mails mehr erhalten.
Ich möchte Ihren Newsletter nicht mehr erhalten.
Ich möchte den Newsletter nicht mehr bekommen.
Ich möchte den Newsletter nicht länger beziehen.
Ich möchte nicht mehr angeschrieben werden.
Ich möchte von Ihnen nicht mehr kontaktiert werden.
Ich möchte nicht mehr auf Ihrem Verteiler stehen.
Ich möchte nichts mehr von Ihnen hören.
Bitte senden Sie mir keine E-Mails mehr.
Bitte senden Sie mir keinen Newsletter mehr.
Bitte schicken Sie mir keine weiteren Mails.
Bitte schickt mir keine Mails mehr.
Senden Sie mir bitte keine weiteren E-Mails mehr zu.
Bitte schreiben Sie mir nicht mehr.
Bitte keine Mails mehr.
Bitte keine weiteren E-Mails.
Bitte keine E-Mails mehr senden.
Keine Newsletter mehr schicken!
Bitte keine Newsletter mehr an mich senden.
Bitte keinen Newsletter mehr zusenden, danke.
Bitte nicht mehr anschreiben.
Bitte nicht mehr zusenden.
Bitte stellen Sie die Zusendung des Newsletters ein.
Bitte stellen Sie den Versand Ihres Newsletters ein.
Unterlassen Sie bitte die Zusendung weiterer E-Mails.
Bitte stoppen Sie die Zusendung von Newslettern.
Hiermit widerrufe ich meine Einwilligung.
Ich widerrufe hiermit meine Einwilligung zum Empfang Ihres Newsletters.
Hiermit widerrufe ich meine Einwilligung in den Erhalt von E-Mails.
Ich widerrufe meine Zustimmung zum Newsletter.
Ich widerrufe meine erteilte Einwilligung mit sofortiger Wirkung.
Hiermit widerrufe ich sämtliche Einwilligungen gemäß Art. 7 Abs. 3 DSGVO.
Ich widerrufe meine Einwilligung in die Verarbeitung meiner Daten.
Ich widerrufe meine Einwilligung zur Zusendung von Werbung per E-Mail.
Ich ziehe meine Einwilligung zurück.
Hiermit ziehe ich meine Zustimmung zum Newsletter zurück.
Ich möchte meine Einwilligung widerrufen.
Ich möchte meine Einwilligung zum Newsletterempfang widerrufen.
Ich widerrufe meine Anmeldung zum Newsletter.
Ich widerspreche der Zusendung weiterer Newsletter.
Sehr geehrte Damen und Herren, bitte nehmen Sie mich aus dem Verteiler. Ich habe kein Interesse mehr.
Bitte melden Sie mich vom Newsletter ab. Ich bekomme zu viele Mails.
Bitte melden Sie mich vom Newsletter ab und bestätigen Sie mir die Abmeldung.
Guten Tag, ich möchte den Newsletter abbestellen. Das Thema interessiert mich nicht mehr. Vielen Dank!
Liebe Frau Schulz, bitte nehmen Sie mich aus Ihrem Verteiler. Vielen Dank im Voraus!
Hallo liebes Team, meldet mich bitte vom Newsletter ab. Viele Grüße
Abmeldung | Bitte melden Sie mich vom Newsletter ab.
Abmeldung |
Abmeldung vom Newsletter |
Abmeldung Newsletter | Mit freundlichen Grüßen
Newsletter abbestellen | Vielen Dank im Voraus
Newsletterabmeldung |
Kündigung Newsletter | Hiermit kündige ich den Newsletter.
Kündigung des Newsletters |
Widerruf der Einwilligung | Hiermit widerrufe ich meine Einwilligung.
Austragung aus dem Verteiler |
Bitte abmelden |
Bitte um Löschung aus dem Verteiler |
Newsletter | Bitte abmelden, danke.
Verteiler | Bitte nehmen Sie mich heraus.
Ihr Newsletter | Bitte keine E-Mails mehr schicken.
`
  .trim()
  .split('\n');

export const WITHDRAWALS = [...GERMAN_WITHDRAWALS, ...ENGLISH_WITHDRAWALS];

export const OBJECTIONS: readonly string[] = `
Ich widerspreche der Nutzung meiner Daten zu Werbezwecken.
Hiermit widerspreche ich der Verarbeitung meiner personenbezogenen Daten zum Zwecke der Direktwerbung.
Ich widerspreche hiermit jeglicher Werbung.
Ich widerspreche der Zusendung von Werbung per E-Mail.
Hiermit lege ich Widerspruch gegen die Verwendung meiner Daten zu Werbezwecken ein.
Ich lege Widerspruch gegen Direktwerbung ein.
Hiermit untersage ich Ihnen jegliche Werbung.
Ich möchte keine Werbung mehr erhalten.
Ich wünsche keine Werbung mehr.
Bitte senden Sie mir keine Werbung mehr.
Bitte keine Werbung mehr!
Keine Werbung mehr!
Keine Werbung bitte.
Bitte keine Werbemails mehr senden.
Ich möchte keine Werbe-E-Mails mehr bekommen.
Widerspruch gegen Werbung | Mit freundlichen Grüßen
Werbewiderspruch | Hiermit widerspreche ich der Nutzung meiner Daten für Werbezwecke nach Art. 21 Abs. 2 DSGVO.
Hiermit widerspreche ich gemäß Art. 21 DSGVO der Verwendung meiner Daten für Direktmarketing.
I object to direct marketing.
I object to the processing of my personal data for direct marketing.
I hereby object to the use of my data for marketing purposes.
I object to any further marketing emails.
I do not want any marketing emails.
Please do not send me any marketing.
Stop using my data for marketing.
I no longer wish to receive promotional emails.
Objection to direct marketing |
`
  .trim()
  .split('\n');
