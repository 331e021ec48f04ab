/** Where the renderer's own rules for narrow and for wide pages both hold: its sidebar would lie over the text. */
const NO_OVERLAP = `@media (width: 1000px) {
  .references-layout {
    --scalar-header-height: 0px !important;
    grid-template-columns: auto 1fr !important;
    grid-template-rows: 0 repeat(2, auto) !important;
    grid-template-areas: "header header" "navigation rendered" "footer footer" !important;
  }
}`;

/** Colours that are read as well as the rest (WCAG 2.2, 1.4.3). */
const CONTRAST = `.light-mode {
  --scalar-color-2: #5c5c5c; --scalar-color-3: #6a6a6a; --scalar-color-accent: #0067b8; --scalar-color-blue: #0067b8;
  --scalar-color-green: #00724a; --scalar-color-red: #c4001a; --scalar-color-orange: #a84300; --scalar-color-yellow: #7a5c00;
  --scalar-color-purple: #6b3fb8;
}
.dark-mode { --scalar-color-3: #9a9a9a; }`;

/** No control within another; lists of operations as long as they are, so that nothing has to be scrolled. */
const CONTROLS = `.group\\/scopes-accordion button { display: none !important; }
.scalar-card-content:has(> .endpoints) { max-height: none !important; overflow: visible !important; }
.endpoints { overflow: visible !important; }
.endpoints * { white-space: normal !important; overflow-wrap: anywhere; }`;

export const STYLE = [NO_OVERLAP, CONTRAST, CONTROLS].join('\n');

/** What the renderer says wrongly, or not at all, to those who do not see the page; again whenever it draws. */
export const MENDING = `
function mend() {
  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);
  each('aside[role=navigation], button[role=search]', (element) => element.removeAttribute('role'));
  each('button[aria-selected]:not([role])', (button) => {
    button.setAttribute('aria-current', button.getAttribute('aria-selected'));
    button.removeAttribute('aria-selected');
  });
  each('.show-more[aria-label^="Show all"]', (button) => {
    button.ariaLabel = button.ariaLabel.replace(/^Show all (.*) endpoints$/, button.textContent.trim() + ': $1');
  });
  each('.cm-content:not([aria-label])', (field) => {
    field.ariaLabel = field.closest('tr')?.querySelector('label')?.textContent.trim() ?? 'Value';
  });
}
new MutationObserver(mend).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-selected'] });`;
