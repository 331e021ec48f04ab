import { NEWSLETTER, QUOTED } from './newsletter';

/** How mail programs write an answer as text: what stands below what the writer says. */
export const REPLIES: readonly (readonly [program: string, below: string])[] = [
  [
    'GMX and WEB.DE',
    `Gesendet: Sonntag, 22. November 2026 um 10:15 Uhr\nVon: "Zettelkranich" <news@demo.example>\nAn: erika@example.com\nBetreff: Unser Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'GMX, marked',
    `Gesendet: Sonntag, 22. November 2026 um 10:15 Uhr\nVon: "Zettelkranich" <news@demo.example>\n${QUOTED}`,
  ],
  [
    'Yahoo.de',
    `Am Sonntag, 22. November 2026, 10:15:30 MEZ hat Zettelkranich <news@demo.example> Folgendes geschrieben:\n\n${NEWSLETTER}`,
  ],
  ['Yahoo.de, older', `Zettelkranich <news@demo.example> schrieb am 10:15 Sonntag, 22.November 2026:\n\n${NEWSLETTER}`],
  [
    'Yahoo in English',
    `On Sunday, 22 November 2026 at 10:15:30 CET, Zettelkranich <news@demo.example> wrote:\n\n${NEWSLETTER}`,
  ],
  ['Gmail', `Am So., 22. Nov. 2026 um 10:15 Uhr schrieb Zettelkranich <news@demo.example>:\n\n${QUOTED}`],
  [
    'Gmail, in two lines',
    `Am So., 22. Nov. 2026 um 10:15 Uhr schrieb Zettelkranich Software GmbH <\nnews@demo.example>:\n\n${QUOTED}`,
  ],
  ['Gmail, old', `2026-11-22 10:15 GMT+01:00 Zettelkranich <news@demo.example>:\n\n${QUOTED}`],
  ['Gmail, older', `Am 22. November 2026 10:15 schrieb Zettelkranich <news@demo.example>:\n\n${QUOTED}`],
  ['Gmail in English', `On Sun, Nov 22, 2026 at 10:15 AM Zettelkranich <news@demo.example> wrote:\n\n${QUOTED}`],
  ['Gmail in French', `Le dim. 22 nov. 2026 à 10:15, Zettelkranich <news@demo.example> a écrit :\n\n${QUOTED}`],
  ['Gmail in Spanish', `El dom, 22 nov 2026 a las 10:15, Zettelkranich (<news@demo.example>) escribió:\n\n${QUOTED}`],
  [
    'Gmail in Italian',
    `Il giorno dom 22 nov 2026 alle ore 10:15 Zettelkranich <news@demo.example> ha scritto:\n\n${QUOTED}`,
  ],
  ['Gmail in Dutch', `Op zo 22 nov 2026 om 10:15 schreef Zettelkranich <news@demo.example>:\n\n${QUOTED}`],
  [
    'Outlook',
    `Von: Zettelkranich <news@demo.example>\nGesendet: Sonntag, 22. November 2026 10:15\nAn: Erika\nBetreff: Unser Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook with a line',
    `-----Ursprüngliche Nachricht-----\nVon: Zettelkranich\nGesendet: Sonntag, 22. November 2026 10:15\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook on the web',
    `________________________________\nVon: Zettelkranich <news@demo.example>\nGesendet: Sonntag, 22. November 2026 10:15\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook in English',
    `From: Zettelkranich <news@demo.example>\nSent: Sunday, November 22, 2026 10:15 AM\nTo: Erika\nSubject: Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook in French',
    `De : Zettelkranich <news@demo.example>\nEnvoyé : dimanche 22 novembre 2026 10:15\nÀ : Erika\nObjet : Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook in Spanish',
    `De: Zettelkranich <news@demo.example>\nEnviado el: domingo, 22 de noviembre de 2026 10:15\nPara: Erika\nAsunto: Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook in bold',
    `*Von:* Zettelkranich <news@demo.example>\n*Gesendet:* Sonntag, 22. November 2026 10:15\n*An:* Erika\n*Betreff:* Newsletter\n\n${NEWSLETTER}`,
  ],
  [
    'Outlook on a telephone',
    `Outlook für iOS herunterladen\n________________________________\nFrom: Zettelkranich\nSent: Sunday\n\n${NEWSLETTER}`,
  ],
  ['Apple Mail', `> Am 22.11.2026 um 10:15 schrieb Zettelkranich <news@demo.example>:\n> \n${QUOTED}`],
  ['Apple Mail, unmarked head', `Am 22.11.2026 um 10:15 schrieb Zettelkranich <news@demo.example>:\n\n${QUOTED}`],
  [
    'an iPhone',
    `Von meinem iPhone gesendet\n\n> Am 22.11.2026 um 10:15 schrieb Zettelkranich <news@demo.example>:\n> \n${QUOTED}`,
  ],
  [
    'an iPad in English',
    `Sent from my iPad\n\n> On 22 Nov 2026, at 10:15, Zettelkranich <news@demo.example> wrote:\n> \n${QUOTED}`,
  ],
  ['Thunderbird', `Am 22.11.26 um 10:15 schrieb Zettelkranich:\n${QUOTED}`],
  ['Thunderbird in English', `On 22.11.26 10:15, Zettelkranich wrote:\n${QUOTED}`],
  [
    'Samsung',
    `Von meinem Galaxy gesendet\n\n-------- Ursprüngliche Nachricht --------\nVon: Zettelkranich <news@demo.example>\nDatum: 22.11.26 10:15 (GMT+01:00)\n\n${NEWSLETTER}`,
  ],
  [
    'Proton',
    `Mit Proton Mail sicheren E-Mail-Versand gesendet.\n\n-------- Original Message --------\nOn Sunday, 22/11/26 at 10:15 Zettelkranich <news@demo.example> wrote:\n\n${QUOTED}`,
  ],
  [
    'T-Online',
    `-----Original-Nachricht-----\nBetreff: Unser Newsletter\nDatum: 2026-11-22T10:15:30+0100\nVon: "Zettelkranich" <news@demo.example>\nAn: erika@example.com\n\n${NEWSLETTER}`,
  ],
  [
    'a forwarded mail',
    `---------- Forwarded message ---------\nVon: Zettelkranich <news@demo.example>\nDate: So., 22. Nov. 2026 um 10:15 Uhr\n\n${NEWSLETTER}`,
  ],
];
