import { SAID_OTHERWISE } from './corpus-other-words';

/** What looks like a wish to get no more mail, and is none, or not certainly. "Subject | text"; else an answer to a newsletter. */
const SAID_OF_IT: readonly string[] = `
Ich habe keine E-Mail bekommen.
Ich habe noch keine E-Mail erhalten.
Bei mir ist keine Bestätigungsmail angekommen.
Ich erhalte keine Mails mehr von Ihnen.
Ich bekomme den Newsletter nicht mehr.
Ich bekomme keinen Newsletter mehr.
Seit Wochen bekomme ich keine Newsletter mehr.
Wir erhalten keine E-Mails mehr.
Keine Mails mehr.
Keine E-Mail.
Kein Newsletter mehr
Leider kommt der Newsletter nicht mehr bei mir an.
Ihre Mails sind nicht mehr zu lesen.
Ihre E-Mails kann ich nicht mehr öffnen.
Den Newsletter kann ich nicht lesen.
Ich warte noch auf die Mail zur Bestätigung.
Ich habe mich angemeldet, aber keine Mail bekommen.
Ich habe mich vom Newsletter abgemeldet, warum kommt er noch
Der Link in der Mail geht nicht.
Der Abmeldelink funktioniert nicht.
Die Abmeldung funktioniert nicht.
Abmelden geht nicht.
Abmeldung | Der Link zur Abmeldung geht nicht.
Ihr Newsletter kommt nicht mehr.
Warum bekomme ich keine Mails mehr?
Ich habe gar keinen Newsletter erhalten.
Ich lese Ihren Newsletter nicht mehr.
I no longer receive your newsletter.
I don't receive your emails anymore.
I am not receiving any emails.
I do not get your newsletter.
I haven't received any email.
I have not received a confirmation email.
I stopped receiving your newsletter.
No more emails.
No email received.
No newsletter this month
Your emails no longer arrive.
I can no longer read your emails.
I am waiting for your email.
The unsubscribe link does not work.
Unsubscribe does not work.
Unsubscribe link broken | Please fix it.
I was unsubscribed.
I have been unsubscribed by mistake.
I never received your newsletter.
Ich widerrufe meine Abmeldung.
Ich widerrufe hiermit meine Abmeldung vom Newsletter.
Ich ziehe meine Abmeldung zurück.
Ich nehme meine Kündigung zurück.
Ich ziehe meinen Widerspruch zurück.
Ich ziehe meinen Widerruf zurück.
Ich widerrufe meinen Widerruf.
Ich widerrufe meinen Werbewiderspruch.
Bitte stornieren Sie meine Abmeldung.
Bitte stornieren Sie meine Newsletter-Abmeldung.
Bitte machen Sie die Abmeldung rückgängig.
Ich möchte meine Abmeldung widerrufen.
Ich widerspreche der Abmeldung.
Bitte die Abmeldung löschen.
Die Abmeldung war ein Versehen.
Abmeldung | War ein Versehen, ich möchte bleiben.
Bitte ignorieren Sie meine Abmeldung.
Bitte streichen Sie die Abmeldung.
Please cancel my unsubscribe.
Please cancel my unsubscribe request.
I withdraw my objection to direct marketing.
I withdraw my objection.
I withdraw my unsubscribe request.
I would like to withdraw my withdrawal of consent.
Please undo my unsubscription.
Please ignore my request to unsubscribe.
I unsubscribed by accident.
Please resubscribe me to your newsletter.
I object to being unsubscribed.
Please do not remove me from your list.
Danke für die Abmeldung.
Vielen Dank für die Abmeldung vom Newsletter.
Danke für die schnelle Abmeldung!
Danke, die Abmeldung hat geklappt.
Danke, dass Sie mich abgemeldet haben.
Vielen Dank für die Bestätigung meines Widerrufs.
Danke, ich bin abgemeldet.
Die Abmeldung war erfolgreich.
Abmeldung hat geklappt.
Abmeldung | Vielen Dank!
Abmeldung | Danke, hat funktioniert.
Abmeldung vom Newsletter | Danke.
Danke! Keine weiteren Mails bekommen.
Thanks for unsubscribing me.
Thank you for removing me from your list.
Thank you for confirming my unsubscription.
Unsubscribe | Thank you, that worked.
Thanks, I am unsubscribed now.
Bitte keine Werbung und weiter den Newsletter.
Bitte keine Werbung, aber weiter den Newsletter.
Keine Werbung, nur den Newsletter bitte.
Bitte vom Newsletter abmelden, aber die Einladungen möchte ich behalten.
Bitte nur den Produktnewsletter abbestellen.
Bitte melden Sie mich vom Produkt-Newsletter ab.
Bitte melden Sie mich vom Newsletter ab, außer von den Veranstaltungen.
Bitte melden Sie mich vom Newsletter „Veranstaltungen“ ab.
Bitte weniger Mails.
Bitte nicht mehr so viele Mails.
Ich möchte nicht mehr so oft Mails bekommen.
Ich möchte keine täglichen Mails mehr.
Nur noch einmal im Monat bitte.
Ich möchte keine HTML-Mails mehr erhalten.
Ich möchte keine Mails mehr an diese Adresse, sondern an meine neue.
Bitte melden Sie mich vom Newsletter ab. Die Einladungen möchte ich weiter bekommen.
Bitte melden Sie mich vom Newsletter ab. Aber erst ab Januar.
Bitte melden Sie mich ab. Das gilt nicht für den Produktbrief.
Bitte melden Sie die alte Adresse ab und die neue an.
Bitte melden Sie mich ab und mit meiner neuen Adresse wieder an.
Nur Produkt | Bitte melden Sie mich vom Newsletter ab.
Unsubscribe me from the product newsletter only.
Please unsubscribe me from everything except the weekly digest.
Please remove me from the events list but keep the newsletter.
Please unsubscribe my old address and add the new one.
No marketing, but please keep sending the newsletter.
Please send me fewer emails.
I do not want daily emails.
Don't unsubscribe me.
Please do not unsubscribe me from your newsletter.
Bitte nicht abmelden!
Bitte melden Sie mich nicht ab.
Bitte melden Sie mich auf keinen Fall vom Newsletter ab.
Ich möchte mich nicht vom Newsletter abmelden.
Ich will keine Abmeldung.
Ich möchte nicht abgemeldet werden.
Bitte nehmen Sie mich nicht aus dem Verteiler.
Ich widerrufe meine Einwilligung nicht.
Ich habe meine Einwilligung nie widerrufen.
I do not want to unsubscribe.
I don't want to stop receiving your newsletter.
I have not withdrawn my consent.
I do not object to marketing.
Never unsubscribe me.
Falls noch eine Mail kommt, widerrufe ich meine Einwilligung.
Wenn Sie mir noch einmal schreiben, melde ich mich vom Newsletter ab.
Sollte der Newsletter teurer werden, bitte abmelden.
Bitte melden Sie mich ab, sobald die Messe vorbei ist.
Bitte melden Sie mich zum 31. Dezember vom Newsletter ab.
Bitte melden Sie mich ab morgen vom Newsletter ab.
Ich würde mich vom Newsletter abmelden, wenn das nicht besser wird.
Ich würde den Newsletter abbestellen.
Ich überlege, den Newsletter abzubestellen.
Vielleicht melde ich mich vom Newsletter ab.
Eventuell möchte ich den Newsletter kündigen.
If you email me again, I withdraw my consent.
Unless it gets better I will unsubscribe.
I will unsubscribe from your newsletter soon.
I might unsubscribe.
I am thinking about unsubscribing.
Please unsubscribe me next month.
Please unsubscribe me when the course is over.
Wie kann ich mich vom Newsletter abmelden?
Kann ich den Newsletter abbestellen?
Können Sie mich bitte abmelden?
Newsletter abbestellen?
Habe ich mich abgemeldet?
Wo kann ich meine Einwilligung widerrufen?
Soll ich mich vom Newsletter abmelden?
Wurde meine Abmeldung bearbeitet?
Bin ich noch im Verteiler?
Abmeldung? |
How do I unsubscribe?
Can you unsubscribe me?
Did you unsubscribe me?
Unsubscribe?
Am I still on your mailing list?
Should I unsubscribe?
Why was I removed from your list?
`
  .trim()
  .split('\n');

export const NEAR_MISSES = [...SAID_OF_IT, ...SAID_OTHERWISE];
