/** Further rules for pages on which something is typed. */
export const RIGHT_STYLE = `
.field label{display:block;font-weight:600;margin-bottom:.25rem}
.field input{width:100%;min-height:2.75rem;padding:.5rem .75rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:var(--ink);font:inherit}
.field input:focus-visible{outline:3px solid var(--ink);outline-offset:3px}`;
