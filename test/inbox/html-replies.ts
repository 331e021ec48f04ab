/** What is quoted asks for what the writer does not. */
const QUOTED = 'Bitte melden Sie mich vom Newsletter ab.';

const outlook = (from: string, sent: string, to: string, subject: string): string =>
  `<div class=WordSection1><p class=MsoNormal>Danke<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>` +
  `<p class=MsoNormal><b>${from}</b> Demo &lt;news@demo.example&gt;<br><b>${sent}</b> 23.11.2026 09:15<br><b>${to}</b> Erika<br><b>${subject}</b> Newsletter</p></div></div><p class=MsoNormal>${QUOTED}</p></div>`;
const gmail = (line: string): string =>
  `<div dir="ltr">Danke</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote">${QUOTED}</blockquote></div>`;
const apple = (line: string): string =>
  `<html><body dir="auto">Danke<br><div dir="ltr"><br><blockquote type="cite">${line}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${QUOTED}</div></blockquote></body></html>`;
const thunderbird = (line: string): string =>
  `<p>Danke</p><div class="moz-cite-prefix">${line}<br></div><blockquote type="cite" cite="mid:1@x"><p>${QUOTED}</p></blockquote>`;

/** Answers by the same programs in other languages. */
export const HTML_REPLIES: readonly (readonly [string, string])[] = [
  ['Outlook in German', outlook('Von:', 'Gesendet:', 'An:', 'Betreff:')],
  ['Outlook in English', outlook('From:', 'Sent:', 'To:', 'Subject:')],
  ['Outlook in Spanish', outlook('De:', 'Enviado el:', 'Para:', 'Asunto:')],
  ['Outlook in Italian', outlook('Da:', 'Inviato:', 'A:', 'Oggetto:')],
  ['Outlook in Dutch', outlook('Van:', 'Verzonden:', 'Aan:', 'Onderwerp:')],
  ['Outlook in Swedish', outlook('Från:', 'Skickat:', 'Till:', 'Ämne:')],
  ['Gmail in English', gmail('On Mon, Nov 23, 2026 at 9:15 AM Demo &lt;news@demo.example&gt; wrote:')],
  ['Gmail in French', gmail('Le lun. 23 nov. 2026 à 09:15, Demo &lt;news@demo.example&gt; a écrit :')],
  ['Gmail in Spanish', gmail('El lun, 23 nov 2026 a las 9:15, Demo (&lt;news@demo.example&gt;) escribió:')],
  ['Gmail in Italian', gmail('Il giorno lun 23 nov 2026 alle ore 09:15 Demo &lt;news@demo.example&gt; ha scritto:')],
  ['an iPhone in German', apple('Am 23.11.2026 um 09:15 schrieb Demo &lt;news@demo.example&gt;:')],
  ['an iPhone in English', apple('On 23 Nov 2026, at 09:15, Demo &lt;news@demo.example&gt; wrote:')],
  ['an iPhone in Spanish', apple('El 23 nov 2026, a las 9:15, Demo &lt;news@demo.example&gt; escribió:')],
  ['Thunderbird in English', thunderbird('On 23/11/2026 09:15, Demo wrote:')],
  ['Thunderbird in French', thunderbird('Le 23/11/2026 à 09:15, Demo a écrit :')],
  [
    'WEB.DE',
    `<div style="font-family:Verdana"><div>Danke</div><div><div name="quote" style="border-left:2px solid"><div><b>Gesendet:</b> x<br><b>Von:</b> y</div><div name="quoted-content">${QUOTED}</div></div></div></div>`,
  ],
  [
    'Proton',
    `<div>Danke</div><div class="protonmail_quote">Am 23.11.26 um 09:15 schrieb Demo:<br><blockquote>${QUOTED}</blockquote></div>`,
  ],
  [
    'Zoho',
    `<div>Danke</div><div class="zmail_extra"><div>---- On Mon, 23 Nov ---- wrote</div><blockquote>${QUOTED}</blockquote></div>`,
  ],
];

/** HTML that hides, breaks or pretends: whatever it shows as the writer's own, it is not the request that it holds. */
export const HOSTILE: readonly (readonly [string, string])[] = [
  ['a request behind a zero size', `<p>Danke</p><p style="height:0;overflow:hidden">${QUOTED}</p>`],
  ['a request without a width', `<p>Danke</p><p style="max-width:0px;overflow:hidden">${QUOTED}</p>`],
  ['a request in a template', `<p>Danke</p><template><p>${QUOTED}</p></template>`],
  ['a request in an object', `<p>Danke</p><object>${QUOTED}</object>`],
  ['a request in a frame', `<p>Danke</p><iframe>${QUOTED}</iframe>`],
  ['a request for who has no frames', `<p>Danke</p><noframes>${QUOTED}</noframes>`],
  ['a request in a list of choices', `<p>Danke</p><datalist><option>${QUOTED}</datalist>`],
  ['a request in an attribute', `<p title="${QUOTED}">Danke</p>`],
  ['a request as an alternative text', `<p>Danke</p><img alt="${QUOTED}">`],
  ['a request in a comment that does not end', `<p>Danke</p><!-- ${QUOTED}`],
  ['a request in a conditional comment', `<p>Danke</p><!--[if mso]><p>${QUOTED}</p><![endif]-->`],
  ['a request in a style that does not end', `<p>Danke</p><style>${QUOTED}`],
  ['a request in a script', `<p>Danke</p><script>/*</p>*/"${QUOTED}"</script>`],
  ['a request that is deleted', `<p>Danke</p><del>${QUOTED}</del>`],
  ['a request in capitals of tags', `<P>Danke</P><BLOCKQUOTE>${QUOTED}</BLOCKQUOTE>`],
  ['a request in a quote that is closed twice', `<p>Danke</p><blockquote>${QUOTED}</blockquote></blockquote>`],
  [
    'a request in quotes that cross',
    `<p>Danke</p><blockquote><div>x</blockquote>${QUOTED}</div>`.replace('x</blockquote>', ''),
  ],
  ['a request behind an entity', `<p>Danke</p><p style="display&#58;none">${QUOTED}</p>`],
  ['a request that one sees through', `<p>Danke</p><p style="opacity:0.0">${QUOTED}</p>`],
  ['a request in a title', `<title>${QUOTED}</title><p>Danke</p>`],
];
