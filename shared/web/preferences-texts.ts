import type { Asked } from '../consent/preferences';
import type { Language } from '../policy/schema';

interface PreferencesTexts {
  readonly title: string;
  readonly intro: string;
  readonly since: (day: string) => string;
  readonly receipt: string;
  /** Of what rests on legitimate interest. */
  readonly interest: string;
  readonly resting: string;
  readonly waiting: string;
  readonly waitingHint: string;
  readonly objected: string;
  readonly save: string;
  readonly saveNote: string;
  readonly end: string;
  readonly endNote: string;
  readonly language: string;
  readonly restricted: (day: string) => string;
  readonly undeliverable: (day: string) => string;
  readonly unknown: string;
  readonly website: string;
  readonly savedTitle: string;
  readonly ended: string;
  readonly endedAllTitle: string;
  /** By what came of asking by e-mail. */
  readonly askedTitles: Readonly<Record<Asked, string>>;
  readonly asked: string;
  readonly lately: string;
  readonly enough: string;
  readonly lackingTitle: string;
  readonly unchangedTitle: string;
  readonly unchanged: string;
  readonly languageTitle: string;
  readonly languageText: string;
  readonly goneTitle: string;
  readonly goneText: string;
}

const de: PreferencesTexts = {
  title: 'Ihre E-Mail-Einstellungen',
  intro: 'Angekreuzt ist, was wir Ihnen schicken oder auswerten dürfen.',
  since: (day) => `Seit ${day}.`,
  receipt: 'Beleg ansehen',
  interest: 'Das bekommen Sie als Kunde. Sie können widersprechen: Nehmen Sie das Häkchen weg und speichern Sie.',
  resting: 'Angemeldet, wird aber zurzeit nicht geschickt.',
  waiting: 'Noch nicht bestätigt.',
  waitingHint: 'Bitte nutzen Sie den Link in unserer E-Mail. Ist keine da, kreuzen Sie es noch einmal an.',
  objected: 'Sie haben widersprochen. Das schicken wir Ihnen nicht mehr.',
  save: 'Speichern',
  saveNote: 'Was Sie neu ankreuzen, gilt erst, wenn Sie es über den Link in einer E-Mail bestätigt haben.',
  end: 'Keine E-Mails mehr',
  endNote: 'Das beendet alles auf einmal und sofort, ganz gleich, was angekreuzt ist.',
  language: 'Sprache',
  restricted: (day) =>
    `Seit ${day} ist die Verarbeitung Ihrer Daten eingeschränkt. Was Sie vorher bestellt haben, schicken wir Ihnen deshalb nicht.`,
  undeliverable: (day) =>
    `Seit ${day} kommen E-Mails an Ihre Adresse als unzustellbar zurück. Deshalb schreiben wir Ihnen nicht mehr. Wenn Ihr Postfach wieder erreichbar ist, kreuzen Sie an, was Sie möchten, und bestätigen Sie es neu.`,
  unknown: 'Ihre E-Mail-Adresse haben wir gelöscht. Wenn Sie E-Mails möchten, melden Sie sich bitte neu an:',
  website: 'Zu unserer Website',
  savedTitle: 'Ihre Einstellungen sind gespeichert',
  ended: 'Beendet ist ab sofort:',
  endedAllTitle: 'Sie bekommen keine E-Mails mehr',
  askedTitles: {
    asked: 'Bitte bestätigen Sie noch per E-Mail',
    lately: 'Die E-Mail ist schon unterwegs',
    enough: 'Bitte versuchen Sie es morgen noch einmal',
    unknown: 'Bitte melden Sie sich neu an',
  },
  asked: 'Sie bekommen gleich eine E-Mail mit einem Link. Erst wenn Sie darüber bestätigt haben, gilt auch:',
  lately: 'Wir haben Ihnen dazu schon eine E-Mail geschickt. Bitte sehen Sie in Ihr Postfach, auch in den Spam-Ordner:',
  enough:
    'Heute haben wir Ihnen schon mehrere E-Mails zum Bestätigen geschickt, mehr schicken wir an einem Tag nicht. Noch nicht dabei ist:',
  lackingTitle: 'Das geht nur zusammen',
  unchangedTitle: 'Es bleibt alles, wie es ist',
  unchanged: 'Es war nichts zu ändern.',
  languageTitle: 'Wir schreiben Ihnen jetzt auf Deutsch',
  languageText: 'Das gilt für unsere Seiten und für E-Mails zu Ihrer Anmeldung.',
  goneTitle: 'Hier ist nichts mehr gespeichert',
  goneText:
    'Sie bekommen von uns nichts, was Sie hier ändern könnten. Wenn Sie E-Mails möchten, melden Sie sich bitte neu an.',
};

const en: PreferencesTexts = {
  title: 'Your e-mail settings',
  intro: 'Ticked is what we may send you or analyse.',
  since: (day) => `Since ${day}.`,
  receipt: 'View receipt',
  interest: 'You get this as a customer. You can object: untick it and save.',
  resting: 'Subscribed, but not being sent at present.',
  waiting: 'Not confirmed yet.',
  waitingHint: 'Please use the link in our e-mail. If there is none, tick this once more.',
  objected: 'You have objected. We do not send you this any more.',
  save: 'Save',
  saveNote: 'What you tick anew counts only once you have confirmed it with the link in an e-mail.',
  end: 'No more e-mails',
  endNote: 'This ends everything at once and immediately, whatever is ticked.',
  language: 'Language',
  restricted: (day) =>
    `Since ${day} the processing of your data has been restricted. So we do not send you what you had ordered before.`,
  undeliverable: (day) =>
    `Since ${day} e-mails to your address have been coming back as undeliverable, so we do not write to you any more. If your mailbox can be reached again, tick what you would like, and confirm it anew.`,
  unknown: 'We have deleted your e-mail address. If you would like e-mails, please sign up again:',
  website: 'To our website',
  savedTitle: 'Your settings are saved',
  ended: 'Ended as of now:',
  endedAllTitle: 'You will get no more e-mails',
  askedTitles: {
    asked: 'Please confirm by e-mail',
    lately: 'The e-mail is on its way already',
    enough: 'Please try again tomorrow',
    unknown: 'Please sign up again',
  },
  asked: 'You are about to get an e-mail with a link. Only once you have used it to confirm does this count, too:',
  lately: 'We have sent you an e-mail about this already. Please look into your inbox, and into your spam folder, too:',
  enough: 'We have sent you several e-mails to confirm today, and do not send more in a day. Not among it yet:',
  lackingTitle: 'This goes only together',
  unchangedTitle: 'Everything stays as it is',
  unchanged: 'There was nothing to change.',
  languageTitle: 'We now write to you in English',
  languageText: 'This holds for our pages and for e-mails about your subscription.',
  goneTitle: 'Nothing is kept here any more',
  goneText: 'You get nothing from us that you could change here. If you would like e-mails, please sign up again.',
};

/** What the preference centre says. */
export const PREFERENCES_TEXTS: Record<Language, PreferencesTexts> = { de, en };

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English' };
