/** Further rules for receipts, on screen and on paper. */
export const RECEIPT_STYLE = `
.notice{padding:.8rem 1rem;border:1px solid var(--line);border-left:.3rem solid var(--ink);border-radius:.35rem}
.card section h2{margin-top:2rem;padding-top:1.25rem;border-top:1px solid var(--line)}
blockquote{margin:0 0 .5rem;padding-left:1rem;border-left:.2rem solid var(--line)}
dl{margin:0;font-size:.9375rem}
dl div{margin-bottom:.6rem}
dt,.small{color:var(--soft);font-size:.875rem}
dd{margin:0}
code{font-size:.8125rem;overflow-wrap:anywhere}
dd code{display:block}
@media print{section{break-inside:avoid}}
`.trim();
