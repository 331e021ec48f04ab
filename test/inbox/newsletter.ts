/** What people answer and forward: it is full of words that they did not write. */
export const NEWSLETTER = `Unser Newsletter im November

Neues aus dem Haus: Alles wird besser. Jetzt lesen!

Sie möchten keine E-Mails mehr erhalten? Hier abmelden: https://consent.example.com/unsubscribe/abc
Unsubscribe | Newsletter abbestellen | Widerspruch gegen Werbung`;

export const QUOTED = NEWSLETTER.split('\n')
  .map((line) => `> ${line}`)
  .join('\n');
