/** The invented company's own look; light or dark as the reader has it, contrasts at least WCAG AA. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#4b5566;--paper:#faf7f1;--card:#fff;--line:#8a8577;--faint:#e4ded1;--act:#8a2f1d;--act-ink:#fff;--band:#f1e9da}
@media(prefers-color-scheme:dark){:root{--ink:#ece7dc;--soft:#bdb6a8;--paper:#15171b;--card:#1d2026;--line:#7d786c;--faint:#33363d;--act:#f0a48f;--act-ink:#2b0d06;--band:#23262c}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:break-word}
a{color:var(--act)}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.demo{background:var(--ink);color:var(--paper);padding:.5rem 1rem;font-size:.9375rem;line-height:1.5;text-align:center;text-wrap:balance}
.demo a{color:inherit;font-weight:600}
header,main,footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding-top:1.25rem}
.brand{font-weight:700;font-size:1.125rem;letter-spacing:.01em}
.hero{padding:clamp(2rem,7vw,4.5rem) 0 clamp(1.5rem,5vw,3rem);max-width:42rem}
h1{margin:0 0 1rem;text-wrap:balance;font-size:clamp(1.9rem,6vw,3.1rem);line-height:1.12;font-weight:700;letter-spacing:-.015em}
h2{margin:0 0 .5rem;font-size:1.5rem;line-height:1.25}
p{margin:0 0 1rem}
.forms{display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));align-items:start;padding-bottom:3rem}
.card{background:var(--card);border:1px solid var(--faint);border-radius:.75rem;padding:clamp(1.25rem,4vw,2rem)}
.soft{color:var(--soft)}
h1,h2,.brand,.hero p{font-family:Georgia,"Iowan Old Style",serif}
button,input{font-family:inherit}
.card{font-size:1rem;line-height:1.5}
.names{display:grid;gap:0 1rem;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr))}
.field{margin:0 0 1rem}
.field label{display:block;font-weight:600;margin:0 0 .25rem}
.field label span{font-weight:400;color:var(--soft)}
input[type=email],input[type=text]{width:100%;padding:.7rem .8rem;font-size:1rem;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.4rem}
fieldset{margin:0 0 1.25rem;padding:0;border:0}
legend{padding:0;font-weight:600;margin:0 0 .25rem}
.choice{display:grid;grid-template-columns:1.5rem 1fr;gap:.25rem .75rem;padding:.75rem 0;border-top:1px solid var(--faint)}
.choice input{width:1.35rem;height:1.35rem;margin:.1rem 0 0;accent-color:var(--act)}
.choice label{font-weight:600;cursor:pointer}
.choice p{grid-column:2;margin:0;font-size:.9375rem;color:var(--soft)}
@media(max-width:30rem){.choice p{grid-column:1/-1}}
.order{padding:.9rem 1rem;border-radius:.4rem;background:var(--band);font-size:.9375rem}
button{width:100%;padding:.9rem 1.25rem;border:0;border-radius:.4rem;background:var(--act);color:var(--act-ink);font-size:1.0625rem;font-weight:600;cursor:pointer}
.before{margin:0 0 1rem;font-size:.9375rem;color:var(--soft)}
header nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;justify-content:end}
.consent-form{--consent-accent:var(--act)}
pre{padding:.9rem 1rem;border-radius:.4rem;background:var(--band);font-size:.875rem;line-height:1.5;white-space:pre-wrap}
footer{width:calc(100% - 2.5rem);max-width:63.5rem;padding:1.5rem 0 2.5rem;border-top:1px solid var(--faint);font-size:.9375rem;color:var(--soft)}
`.trim();
