interface WebsiteTexts {
  readonly other: string;
  readonly pages: { readonly home: string; readonly dropIn: string };
  readonly dropIn: { readonly title: string; readonly intro: string };
  readonly claim: string;
  readonly intro: string;
  readonly newsletter: {
    readonly title: string;
    readonly intro: string;
    readonly topics: string;
    readonly send: string;
  };
  readonly whitepaper: {
    readonly title: string;
    readonly intro: string;
    readonly extra: string;
    readonly send: string;
  };
  readonly email: string;
  readonly optional: string;
  readonly analysis: string;
  readonly notChosen: string;
  readonly confirmNote: string;
  readonly wording: string;
  readonly demo: string;
  readonly inbox: string;
  readonly privacy: string;
}

/** The languages of the invented company's website. */
export type WebsiteLanguage = keyof typeof PATHS;

export const PATHS = {
  de: { home: '/', dropIn: '/form' },
  en: { home: '/en', dropIn: '/en/form' },
} as const;

export const WEBSITE_TEXTS: Readonly<Record<WebsiteLanguage, WebsiteTexts>> = {
  de: {
    other: 'English',
    pages: { home: 'Startseite', dropIn: 'Formulare per Skript' },
    dropIn: {
      title: 'Dasselbe mit einer Zeile',
      intro:
        'Diese beiden Formulare setzt ein Skript ein. Darunter steht, was eine Website dafür in ihre Seite schreibt.',
    },
    claim: 'Software, die Ordnung in Ihre Zettel bringt',
    intro:
      'Verträge, Protokolle, Formulare: Mit unserer Software findet jedes Blatt seinen Platz. Was es Neues gibt, ' +
      'steht in unseren Newslettern; was wir über Einwilligungen gelernt haben, in unserem Whitepaper.',
    newsletter: {
      title: 'Newsletter bestellen',
      intro: 'Wählen Sie die Themen, die Sie interessieren. Ihre E-Mail-Adresse genügt.',
      topics: 'Themen',
      send: 'Newsletter bestellen',
    },
    whitepaper: {
      title: 'Whitepaper anfordern',
      intro: 'Kostenlos und ohne Newsletter-Zwang. Den Link zum Herunterladen schicken wir per E-Mail.',
      extra: 'Wenn Sie möchten',
      send: 'Whitepaper anfordern',
    },
    email: 'E-Mail-Adresse',
    optional: 'freiwillig',
    analysis: 'Auswertung',
    notChosen: 'Nur zusammen mit einem der Newsletter. Die Newsletter bekommen Sie auch ohne.',
    confirmNote:
      'Sie erhalten zuerst eine E-Mail mit einem Link. Erst wenn Sie dort bestätigen, gilt, was Sie hier angeben.',
    wording: 'Fassung',
    demo: 'Dies ist eine Vorführung: Die Firma ist erfunden, und alle E-Mails bleiben auf diesem Rechner.',
    inbox: 'Posteingang öffnen',
    privacy: 'Datenschutzhinweise',
  },
  en: {
    other: 'Deutsch',
    pages: { home: 'Home', dropIn: 'Forms by script' },
    dropIn: {
      title: 'The same with one line',
      intro:
        'These two forms are put here by a script. Below them stands what a website writes into its page for that.',
    },
    claim: 'Software that puts your paperwork in order',
    intro:
      'Contracts, minutes, forms: with our software every sheet finds its place. Our newsletters tell you what is ' +
      'new, and our whitepaper what we learned about consent.',
    newsletter: {
      title: 'Get our newsletter',
      intro: 'Choose the topics that interest you. Your e-mail address is all we need.',
      topics: 'Topics',
      send: 'Subscribe',
    },
    whitepaper: {
      title: 'Order the whitepaper',
      intro: 'Free, with no newsletter attached. We send you the download link by e-mail.',
      extra: 'If you like',
      send: 'Order the whitepaper',
    },
    email: 'E-mail address',
    optional: 'optional',
    analysis: 'Analysis',
    notChosen: 'Only together with one of the newsletters. You get the newsletters without it, too.',
    confirmNote: 'First you get an e-mail with a link. Nothing counts until you confirm it there.',
    wording: 'version',
    demo: 'This is a demonstration: the company is invented, and all e-mails stay on this computer.',
    inbox: 'Open the inbox',
    privacy: 'Privacy notice',
  },
};
