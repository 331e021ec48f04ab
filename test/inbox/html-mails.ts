/** What is quoted asks for what the writer does not. */
const NEWSLETTER = 'Bitte melden Sie mich vom Newsletter ab.';

/** Mails in HTML as programs write them: what they show, and what of that is their writer's own. */
export const HTML_MAILS: readonly [string, string, string][] = [
  [
    'Outlook in French, which quotes below a line',
    `<html><head><style>p.MsoNormal{margin:0cm}</style></head><body lang=FR><div class=WordSection1>
<p class=MsoNormal>Vielen Dank!<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>De&nbsp;:</b> Demo &lt;news@demo.example&gt; <br>
<b>Envoyé&nbsp;:</b> lundi 23 novembre 2026 09:15<br><b>À&nbsp;:</b> Erika<br><b>Objet&nbsp;:</b> Newsletter<o:p></o:p></p></div></div>
<p class=MsoNormal>${NEWSLETTER}</p></div></body></html>`,
    'Vielen Dank!',
  ],
  [
    'Outlook in Polish, with strong instead of bold',
    `<p>Danke!</p><div style="border:none; border-top: 1pt solid rgb(225,225,225)"><p><strong>Od:</strong> a@b.example</p><p><strong>Wysłano:</strong> poniedziałek</p></div><p>${NEWSLETTER}</p>`,
    'Danke!',
  ],
  [
    'Outlook in Japanese, with colons as wide as letters',
    `<p>Danke!</p><div style="border-top:solid 1pt"><b>差出人：</b>a<br><b>件名：</b>b</div>${NEWSLETTER}`,
    'Danke!',
  ],
  [
    'a line above something that is no head of a mail',
    '<p>Bitte abmelden.</p><div style="border-top:1px solid red"><b>Erika Mustermann</b><br>Musterweg 1</div><p>Danke</p>',
    'Bitte abmelden.\n\nErika Mustermann\nMusterweg 1\n\nDanke',
  ],
  [
    'Outlook on the web',
    `<div>Danke.</div><div id="appendonsend"></div><hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Van:</b> Demo<br><b>Verzonden:</b> maandag</font></div><div>${NEWSLETTER}</div>`,
    'Danke.',
  ],
  [
    'Gmail',
    `<div dir="ltr">Vielen Dank!</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Mo., 23. Nov. 2026 um 09:15 Uhr schrieb Demo &lt;<a href="mailto:news@demo.example">news@demo.example</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${NEWSLETTER}</blockquote></div>`,
    'Vielen Dank!',
  ],
  [
    'Yahoo',
    `<div class="ydp1"><div>Danke</div></div><div id="ydp2" class="yahoo_quoted"><div>Am Montag schrieb Demo:</div><div>${NEWSLETTER}</div></div>`,
    'Danke',
  ],
  [
    'Thunderbird, answered above',
    `<p>Danke!</p><div class="moz-cite-prefix">Am 23.11.26 um 09:15 schrieb Demo:<br></div><blockquote type="cite" cite="mid:1@x"><p>${NEWSLETTER}</p></blockquote>`,
    'Danke!',
  ],
  [
    'Thunderbird, answered below',
    `<div class="moz-cite-prefix">Am 23.11.26 um 09:15 schrieb Demo:<br></div><blockquote type="cite"><p>${NEWSLETTER}</p></blockquote><p>Danke, das hat geklappt!</p>`,
    'Danke, das hat geklappt!',
  ],
  [
    'Apple Mail in French',
    `<body><div>Merci!</div><br><div><blockquote type="cite"><div>Le 23 nov. 2026 à 09:15, Demo &lt;news@demo.example&gt; a écrit&nbsp;:</div><br><div>${NEWSLETTER}</div></blockquote></div></body>`,
    'Merci!',
  ],
  [
    'a line in Spanish above a quote',
    `<div>Gracias</div><div>El lun, 23 nov 2026 a las 9:15, Demo (news@demo.example) escribió:</div><blockquote>${NEWSLETTER}</blockquote>`,
    'Gracias',
  ],
  [
    'a sentence that only ends like that',
    `<div>Bitte abmelden. Das gilt nicht hierfür:</div><blockquote>${NEWSLETTER}</blockquote>`,
    'Bitte abmelden. Das gilt nicht hierfür:',
  ],
  [
    'GMX',
    `<div style="font-family: Verdana"><div>Danke</div><div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5"><div><b>Gesendet:</b> Montag</div>${NEWSLETTER}</div></div>`,
    'Danke',
  ],
  [
    'Roundcube',
    `<p>Danke</p><p id="reply-intro">Am 2026-11-23 09:15, schrieb Demo:</p><blockquote>${NEWSLETTER}</blockquote>`,
    'Danke',
  ],
  ['Zimbra', `<div>Danke</div><hr id="zwchr" data-marker="__DIVIDER__"><div>${NEWSLETTER}</div>`, 'Danke'],
  ['quotes in quotes', `Danke<blockquote>a<blockquote>${NEWSLETTER}</blockquote>${NEWSLETTER}</blockquote>`, 'Danke'],
  [
    'a preview that is not displayed',
    `<div style="display:none;max-height:0">${NEWSLETTER}</div><p>Vielen Dank!</p>`,
    'Vielen Dank!',
  ],
  ['a preview in capitals', `<DIV STYLE="DISPLAY : NONE !important">${NEWSLETTER}</DIV><P>Danke</P>`, 'Danke'],
  ['invisible text', `<p>Danke<span style="visibility:hidden">${NEWSLETTER}</span></p>`, 'Danke'],
  [
    'something visible within what is not',
    '<div style="visibility:hidden">x<p style="visibility:visible">Danke</p></div>',
    'Danke',
  ],
  ['the attribute hidden', `<p hidden>${NEWSLETTER}</p><p>Danke</p>`, 'Danke'],
  ['text without size', `<p style="font-size:0">${NEWSLETTER}</p><p style="font-size:0.0em">x</p>Danke`, 'Danke'],
  ['text of one pixel', `<span style="color:#fff;font-size:1px;line-height:1px">${NEWSLETTER}</span>Danke`, 'Danke'],
  [
    'a cell without size with text that has one',
    '<table><tr><td style="font-size:0px"><div style="font-size:16px">Bitte abmelden</div></td></tr></table>',
    'Bitte abmelden',
  ],
  [
    'text of all of nothing',
    `<div style="font-size:0"><p style="font-size:100%">${NEWSLETTER}</p></div>Danke`,
    'Danke',
  ],
  ['what Word hides', `<span style='mso-hide:all'>${NEWSLETTER}</span>Danke`, 'Danke'],
  ['what is clipped', `<div style="max-height:0px;overflow:hidden">${NEWSLETTER}</div>Danke`, 'Danke'],
  [
    'what one sees through',
    `<div style="opacity:0">${NEWSLETTER}</div><p style="color:transparent">x</p>Danke`,
    'Danke',
  ],
  [
    'what is struck out',
    `Ich bleibe. <s>${NEWSLETTER}</s><span style="text-decoration:line-through">x</span>`,
    'Ich bleibe.',
  ],
  [
    'styles, scripts and a title',
    `<head><title>${NEWSLETTER}</title><style>p{content:"</p>${NEWSLETTER}"}</style></head><script>"<p>${NEWSLETTER}"</script><body>Danke</body>`,
    'Danke',
  ],
  ['a comment', `Danke<!-- ${NEWSLETTER} --><!-- > ${NEWSLETTER} -->`, 'Danke'],
  [
    'the end of a quote in a conditional comment',
    `Danke<blockquote>x<!--[if mso]></blockquote><![endif]-->${NEWSLETTER}</blockquote>`,
    'Danke',
  ],
  ['the beginning of a quote in a comment', `<!-- <blockquote> --><p>${NEWSLETTER}</p>`, NEWSLETTER],
  ['what all but Word show', `<![if !mso]><p>${NEWSLETTER}</p><![endif]>`, NEWSLETTER],
  ['a paragraph that ends where the next begins', `<p style="display:none">x<p>${NEWSLETTER}`, NEWSLETTER],
  ['an end that has no beginning', `</div></blockquote>${NEWSLETTER}</p>`, NEWSLETTER],
  ['a tag that never ends', `${NEWSLETTER}<a href="`, NEWSLETTER],
  [
    'signs in words',
    '<p>Bitte l&ouml;schen Sie mich aus dem News&shy;letter&#x2d;Verteiler&nbsp;!',
    'Bitte löschen Sie mich aus dem Newsletter-Verteiler\u00a0!',
  ],
  [
    'lines and paragraphs',
    'Hallo,<br>bitte <b>melden</b>\r\n Sie   mich ab<div>Danke</div><p>Erika</p><ul><li>eins<li>zwei</ul>',
    'Hallo,\nbitte melden Sie mich ab\nDanke\n\nErika\n\neins\nzwei',
  ],
  ['empty lines as Gmail writes them', '<div>Hallo</div><div><br></div><div>abmelden</div>', 'Hallo\n\nabmelden'],
  [
    'a table',
    '<table><tr><td>Bitte</td><td>abmelden</td></tr><tr><td>Danke</td></tr></table>',
    'Bitte abmelden\nDanke',
  ],
  [
    'lines as they are',
    '<pre>Hallo,\n\nabmelden\n</pre><p style="white-space:pre-wrap">eins\nzwei</p>',
    'Hallo,\n\nabmelden\n\neins\nzwei',
  ],
  ['nothing to see', '<p style="display:none">x</p><img alt="x"><input value="x">', ''],
];
