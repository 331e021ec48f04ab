import { LANGUAGES } from '../../words/languages';
import { localeIn } from '../../words/locale';
import { verifyPageIn } from '../../words/verify-page';

export const TITLE = LANGUAGES.map((language) => verifyPageIn(language).title).join(' / ');

const BUTTONS = LANGUAGES.map(
  (language) => `<button type="button" id="${language}" lang="${language}">${localeIn(language).name}</button>`,
).join('');
const NO_SCRIPT = LANGUAGES.map((language) => {
  const { noScript, commandLine, command } = verifyPageIn(language);
  return `<div lang="${language}"><p>${noScript}</p><p>${commandLine}<br><code>${command}</code></p></div>`;
}).join('');

/** What the page is made of; its other texts come with the script, in the reader's language. */
export const BODY = `
<main>
<div class="card">
<h1 data-text="title">${TITLE}</h1>
<div id="no-script">${NO_SCRIPT}</div>
<div id="tool" hidden>
<div id="languages" role="group">${BUTTONS}</div>
<p data-text="intro"></p>
<label id="drop" for="file"><span class="choose" data-text="choose"></span> <span class="or" data-text="drop"></span></label>
<input type="file" id="file" accept=".json,.pdf,application/json,application/pdf">
<p class="note" data-text="private"></p>
<details>
<summary data-text="more"></summary>
<label for="key" data-text="key"></label>
<input type="text" id="key" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="key-hint key-wrong">
<p class="small" id="key-hint" data-text="keyHint"></p>
<p class="problem" id="key-wrong" role="alert"></p>
<label for="witness" data-text="witness"></label>
<input type="text" id="witness" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="witness-hint witness-wrong">
<p class="small" id="witness-hint" data-text="witnessHint"></p>
<p class="problem" id="witness-wrong" role="alert"></p>
<label for="checkpoint" data-text="checkpoint"></label>
<textarea id="checkpoint" rows="4" spellcheck="false" aria-describedby="checkpoint-hint"></textarea>
<p class="small" id="checkpoint-hint" data-text="checkpointHint"></p>
</details>
<div id="verdict" role="status"></div>
<div id="details"></div>
</div>
</div>
</main>`;

/** Beside the style that all pages have. */
export const PAGE_STYLE = `
:root{--good:#0b5a46;--bad:#a11722;--open:#7a4b00;--good-paper:#e6f3ee;--bad-paper:#fbeaea;--open-paper:#fdf3df}
@media screen and (prefers-color-scheme:dark){:root{--good:#7fd6b8;--bad:#ff9c9c;--open:#f2c46d;--good-paper:#16302a;--bad-paper:#3a1a1c;--open-paper:#352a14}}
main{max-width:44rem;padding-bottom:3rem}
.holds{--state:var(--good);--state-paper:var(--good-paper)}
.fails{--state:var(--bad);--state-paper:var(--bad-paper)}
.open{--state:var(--open);--state-paper:var(--open-paper)}
.none{--state:var(--soft);--state-paper:var(--card)}
#languages{display:flex;gap:.5rem;justify-content:flex-end;margin:0 0 1rem}
#languages button{width:auto;margin:0;min-height:2.5rem;padding:.3rem .9rem;border-color:var(--line);background:none;color:var(--soft);font-size:.9375rem;font-weight:400}
#languages [aria-pressed=true]{border-color:var(--ink);color:var(--ink);font-weight:600}
#file{position:absolute;width:1px;height:1px;opacity:0}
#drop{display:block;padding:clamp(1.5rem,6vw,2.5rem) 1rem;border:2px dashed var(--line);border-radius:.75rem;text-align:center;cursor:pointer}
#drop.over{border-color:var(--act);background:var(--good-paper)}
#file:focus-visible{outline:0}
#drop:has(+#file:focus-visible){outline:3px solid var(--ink);outline-offset:3px}
.choose{display:inline-block;padding:.7rem 1.4rem;border-radius:.5rem;background:var(--act);color:var(--act-ink);font-weight:600}
.or{display:block;margin-top:.75rem;color:var(--soft);font-size:.9375rem}
details{margin:1.25rem 0 0}
summary{padding:.5rem 0;cursor:pointer}
summary:focus-visible,input:focus-visible,textarea:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
details label{display:block;margin:.75rem 0 .25rem;font-weight:600}
details input,textarea{display:block;width:100%;padding:.6rem .75rem;border:1px solid var(--soft);border-radius:.4rem;background:var(--card);color:var(--ink);font:.875rem/1.5 ui-monospace,Menlo,Consolas,monospace}
details p{margin:.25rem 0 0}
.problem{color:var(--bad);font-weight:600}
#verdict:not(:empty){margin-top:1.75rem}
.verdict{position:relative;padding:1.1rem 1.25rem 1.1rem 3.75rem;border-radius:.6rem;background:var(--state-paper);color:var(--ink)}
.verdict h2{margin:0 0 .25rem;font-size:1.25rem;color:var(--state)}
.sign{position:absolute;left:0;color:var(--state);font-weight:700}
.verdict .sign{left:1.25rem;font-size:1.75rem;line-height:1.2}
#details dl{margin:0 0 1rem}
#details dl div{display:grid;grid-template-columns:minmax(7rem,11rem) 1fr;gap:0 1rem;margin:0;padding:.35rem 0}
#details dt{grid-row:1/span 9}
#details dd{grid-column:2;margin:0;overflow-wrap:anywhere}
.claims>li{position:relative;padding:.9rem 0 .9rem 2rem}
.claims h3{margin:0;font-size:1.0625rem;line-height:1.4}
.state{color:var(--state);font-weight:600;white-space:nowrap}
.state::before{content:"· "}
.claims p{margin:.15rem 0 0;color:var(--soft);font-size:.9375rem}
.claims ul{margin:.6rem 0 0;border:0}
.card .claims .finding,.card .claims .remark{margin:0;padding:.5rem .8rem;border:0;border-left:.25rem solid var(--state);background:var(--state-paper);font-size:.9375rem;overflow-wrap:anywhere}
.card .claims .remark{border-left-color:var(--line);background:none}
.card .claims ul li+li{margin-top:.4rem}
@media(max-width:30rem){#details dl div{display:block}#details dd{margin-left:1rem}#languages{justify-content:flex-start}}
@media print{main{max-width:none}#tool>p,#drop,#tool>details{display:none}.verdict{border:1px solid var(--state)}#details dl div,.claims>li{break-inside:avoid}}
`.trim();
