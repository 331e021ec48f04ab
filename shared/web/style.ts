import { createHash } from 'node:crypto';

/** Plain, legible, light or dark as the reader has it; contrasts are at least WCAG AA. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1a1d21;--soft:#4d555e;--paper:#f3f4f6;--card:#fff;--line:#d5d9de;--act:#0b5a46;--act-ink:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#eceef0;--soft:#b3bac2;--paper:#121416;--card:#1c1f23;--line:#3a4047;--act:#7fd6b8;--act-ink:#06241b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
main{max-width:36rem;margin:0 auto;padding:clamp(1rem,6vh,4rem) 1rem 1rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:clamp(1.25rem,5vw,2.25rem)}
.sender{margin:0 0 .5rem;color:var(--soft);font-size:.9375rem}
h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}
p{margin:0 0 1rem}
ul{list-style:none;margin:0 0 1.25rem;padding:0;border-top:1px solid var(--line)}
li{padding:.75rem 0;border-bottom:1px solid var(--line)}
li span{display:block;color:var(--soft);font-size:.9375rem}
button,.button{display:block;width:100%;padding:.9rem 1.25rem;border:0;border-radius:.5rem;background:var(--act);color:var(--act-ink);font:600 1.125rem/1.3 inherit;font-family:inherit;text-align:center;text-decoration:none;cursor:pointer}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.note{margin:1rem 0 0;color:var(--soft);font-size:.9375rem}
footer{max-width:36rem;margin:0 auto;padding:0 1rem 2rem;color:var(--soft);font-size:.875rem}
footer a{color:inherit}
`.trim();

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** Nothing but our own style runs or loads on our pages, and their forms post to us alone. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
