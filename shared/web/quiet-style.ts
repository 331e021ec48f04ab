/** Buttons beside the one that matters most, and what stands apart from it. */
export const QUIET_STYLE = `
.quiet{background:none;color:var(--ink);border-color:var(--soft)}
.apart{margin-top:2rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.card .apart h2{margin-top:0}`;
