import type { OwnRight } from '../../consent/steps/right-requested';

type Each<T> = Readonly<Record<OwnRight, T>>;

/** What people read who delete or correct their registration themselves, or move it to another address. */
export const ownData = {
  /** In the preference centre. */
  title: 'Ihre Daten',
  intro:
    'Damit das nur Sie entscheiden, fragen wir zuerst per E-Mail an die Adresse nach, die wir von Ihnen haben. Erst wenn Sie dort bestätigen, geschieht etwas.',
  buttons: {
    erasure: 'Registrierung löschen',
    rectification: 'Angaben berichtigen',
    move: 'Adresse wechseln',
  } satisfies Each<string>,
  email: 'Neue E-Mail-Adresse',
  /** After one of these buttons; the same whatever became of it. */
  askedTitle: 'Bitte sehen Sie in Ihr Postfach',
  asked:
    'Wir fragen per E-Mail an die Adresse nach, die wir von Ihnen haben. Bis Sie dort bestätigen, bleibt alles, wie es ist. Am Tag schicken wir nur wenige solche E-Mails; haben Sie schon eine, genügt der Link darin.',
  invalidTitle: 'Das hat noch nicht geklappt',
  invalid: 'Bitte prüfen Sie, ob die neue Adresse vollständig ist, zum Beispiel name@example.com.',
  mail: {
    subject: {
      erasure: 'Bitte bestätigen Sie: Registrierung löschen',
      rectification: 'Ihre Angaben berichtigen',
      move: 'Bitte bestätigen Sie: andere E-Mail-Adresse',
    } satisfies Each<string>,
    intro: {
      erasure: (controller, when) =>
        `am ${when} hat jemand über einen Link aus einer E-Mail an Sie gebeten, Ihre Registrierung bei ${controller} zu löschen.`,
      rectification: (controller, when) =>
        `am ${when} hat jemand über einen Link aus einer E-Mail an Sie gebeten, Ihre Angaben bei ${controller} zu berichtigen.`,
      move: (controller, when, email) =>
        `am ${when} hat jemand über einen Link aus einer E-Mail an Sie gebeten, dass ${controller} künftig an diese Adresse schreibt:\n${email}`,
    } satisfies Each<(controller: string, when: string, email: string) => string>,
    ask: {
      erasure: (by) => `Wenn Sie das waren, bestätigen Sie es bitte bis zum ${by}:`,
      rectification: (by) => `Wenn Sie das waren, können Sie sie bis zum ${by} hier ändern:`,
      move: (by) =>
        `Wenn Sie das waren, bestätigen Sie es bitte bis zum ${by}. Danach fragen wir auch an der neuen Adresse nach:`,
    } satisfies Each<(by: string) => string>,
    ignore:
      'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Es bleibt dann alles, wie es ist. Vielleicht haben Sie eine E-Mail von uns weitergeleitet.',
  },
  /** What is said of what an erasure leaves. */
  stay: {
    nothing:
      'Gelöscht wird alles, was wir über Sie gespeichert haben. Es bleibt nur ein Vermerk darüber, ohne Namen und Adresse.',
    intro: 'Löschen können wir Ihre Daten noch nicht. Wir bewahren noch auf:',
    duty: (day: string) =>
      `der Nachweis Ihrer Einwilligung, bis ${day}; wir brauchen ihn, um Ansprüche abzuwehren (Art. 17 Abs. 3 DSGVO)`,
    hold: (day: string) =>
      `was für einen Rechtsstreit gebraucht wird, bis zu dessen Ende; ob es noch nötig ist, prüfen wir spätestens am ${day}`,
    contract: 'was ein Vertrag mit Ihnen nötig macht, bis er endet',
    restricted:
      'Bis dahin ist die Verarbeitung eingeschränkt: Wir nutzen Ihre Daten zu nichts anderem. Danach löschen wir sie.',
  },
  pages: {
    titles: {
      erasure: 'Möchten Sie Ihre Registrierung löschen?',
      rectification: 'Ihre Angaben',
      move: 'Möchten Sie die Adresse wechseln?',
    } satisfies Each<string>,
    erasure:
      'Das endet dann sofort: alle E-Mails, in die Sie eingewilligt haben oder die wir auf ein berechtigtes Interesse stützen.',
    rectification: 'Bitte ändern Sie, was nicht stimmt. Ein leeres Feld heißt: Das soll nicht gespeichert sein.',
    noFields:
      'Außer Ihrer E-Mail-Adresse fragen wir nach nichts. Sie können die Adresse wechseln: bei Ihren E-Mail-Einstellungen.',
    move: 'Wir schreiben dann zuerst an diese Adresse und bitten dort um Bestätigung. Bis dahin bleibt die bisherige in Gebrauch.',
    buttons: {
      erasure: 'Jetzt löschen',
      rectification: 'Speichern',
      move: 'Neue Adresse anschreiben',
    } satisfies Each<string>,
    note: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
    tooLong: 'Bitte schreiben Sie kürzer und in einer Zeile. Es wurde nichts gespeichert.',
    erasedTitle: 'Ihre Registrierung ist gelöscht',
    erased: 'Sie bekommen nichts mehr von uns, wofür Sie registriert waren.',
    keptTitle: 'Die Verarbeitung Ihrer Daten ist eingeschränkt, gelöscht sind sie noch nicht',
    correctedTitle: 'Ihre Angaben sind berichtigt',
    corrected: 'Was Sie geändert haben, gilt ab sofort.',
    movedTitle: 'Bitte sehen Sie in das neue Postfach',
    moved: 'Sobald Sie dort bestätigt haben, schreiben wir an die neue Adresse und nicht mehr an die bisherige.',
    notMovableTitle: 'Hier gibt es nichts umzuziehen',
    notMovable:
      'Zurzeit dürfen wir Ihnen nichts schicken, worin Sie eingewilligt haben. Mit der neuen Adresse können Sie sich neu anmelden.',
    unchangedTitle: 'Es bleibt alles, wie es ist',
    unchanged: 'Es war nichts zu ändern.',
    doneTitle: 'Das ist schon geschehen',
    done: 'Dieser Link gilt nur einmal. Sie brauchen nichts weiter zu tun.',
    overTitle: 'Dieser Link ist abgelaufen',
    over: 'Es wurde nichts geändert. Wenn Sie es noch möchten, bitten Sie bei Ihren E-Mail-Einstellungen noch einmal darum.',
  },
};
