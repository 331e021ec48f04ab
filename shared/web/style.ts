import { createHash } from 'node:crypto';

/** Plain, legible, light or dark as the reader has it; contrasts are at least WCAG AA. Paper is light, and has no buttons. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1d21;--soft:#4d555e;--paper:#f3f4f6;--card:#fff;--line:#d5d9de;--act:#0b5a46;--act-ink:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#b3bac2;--paper:#121416;--card:#1c1f23;--line:#3a4047;--act:#7fd6b8;--act-ink:#06241b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
main,footer{max-width:36rem;margin:0 auto;padding:0 1rem}
main{padding-top:clamp(1rem,7vh,4.5rem)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:clamp(1.25rem,5vw,2.5rem)}
.sender{margin:0 0 .75rem;color:var(--soft);font-size:.9375rem;font-weight:600}
h1{margin:0 0 1rem;font-size:clamp(1.5rem,1.25rem + 1.5vw,1.875rem);line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
h2{margin:1.75rem 0 .5rem;font-size:1.125rem;line-height:1.3}
p{margin:0 0 1rem}
.card :last-child{margin-bottom:0}
ul{list-style:none;margin:0 0 1.5rem;padding:0;border-top:1px solid var(--line)}
li{padding:.7rem 0;border-bottom:1px solid var(--line)}
.names li{font-weight:600}
ul:last-child li:last-child{padding-bottom:0;border:0}
button{display:block;width:100%;min-height:3.25rem;padding:.8rem 1.25rem;border:1px solid transparent;border-radius:.5rem;background:var(--act);color:var(--act-ink);font:inherit;font-size:1.125rem;font-weight:600;line-height:1.3;cursor:pointer}
button:hover{text-decoration:underline}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.hint{padding:.8rem 1rem;border:1px solid var(--line);border-left:.3rem solid var(--ink);border-radius:.35rem}
.note,.wording,footer{color:var(--soft);font-size:.9375rem}
.wording{margin:.25rem 0 0}
button+button{margin-top:.75rem}
.note{margin:1.25rem 0 0}
.whole{white-space:nowrap}
footer{margin-top:2rem;padding-bottom:2.5rem;text-align:center;text-wrap:balance}
footer p{margin:0}
footer a,.card a{color:inherit}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--card:#fff}body{font-size:10.5pt}main,footer{max-width:none;padding:0}.card{padding:0;border:0}button,.screen{display:none!important}}
`.trim();

/** Nothing but that style runs or loads on a page, and its forms post to us alone. */
export function contentSecurityPolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
