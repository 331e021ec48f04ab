/**
 * Every rule weighs nothing (`:where`), so whatever the page says of its labels, inputs and buttons wins. Set as a
 * constructed sheet, which no Content-Security-Policy has to allow.
 */
const STYLE = `
:where(.consent-form){max-width:var(--consent-width,36rem);overflow-wrap:break-word}
:where(.consent-form,.consent-form *){box-sizing:border-box}
:where(.consent-form p){margin:0}
:where(.consent-form :is(form>*,fieldset)){margin:0 0 var(--consent-gap,1.25rem)}
:where(.consent-form fieldset){min-width:0;padding:0;border:0}
:where(.consent-form legend){padding:0}
:where(.consent-form :is(label,legend)){display:block;font-weight:600}
:where(.consent-field input){width:100%;margin:.3em 0 0;padding:.65em .75em;border:1px solid;border-radius:var(--consent-radius,.35em);background:transparent;color:inherit;font:inherit}
.consent-trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
:where(.consent-choice){display:grid;grid-template-columns:auto 1fr;gap:.25em .75em;padding:.75em 0}
:where(.consent-choice input){width:1.35em;height:1.35em;margin:.1em 0 0;accent-color:var(--consent-accent,#1f5a46)}
:where(.consent-choice p){grid-column:2;font-size:.9375em}
:where(.consent-choice :disabled+label){font-style:italic}
:where(.consent-form button){min-height:2.75em;padding:.65em 1.5em;border:0;border-radius:var(--consent-radius,.35em);background:var(--consent-accent,#1f5a46);color:var(--consent-accent-text,#fff);font:inherit;font-weight:600;cursor:pointer}
:where(.consent-form [aria-disabled=true]){cursor:progress;opacity:.7}
:where(.consent-message:not(:empty)){margin:0 0 var(--consent-gap,1.25rem);padding:.75em 1em;border-left:.3em solid var(--consent-accent,#1f5a46)}
:where(.consent-message[role=alert]:not(:empty)){border-color:var(--consent-error,light-dark(#a11722,#ff9c9c))}
:where(.consent-message p+p){margin:.5em 0 0}
:where(.consent-message:focus){outline:2px solid;outline-offset:2px}
:where(.consent-error:not(:empty)){margin:.3em 0 0;color:var(--consent-error,light-dark(#a11722,#ff9c9c));font-weight:600}
:where(.consent-form [aria-invalid=true]){border-color:var(--consent-error,light-dark(#a11722,#ff9c9c))}
:where(.consent-note){font-size:.9375em}
`;

/** A browser that is too old for it shows a plain form. */
export function addStyle(): void {
  if (!('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
