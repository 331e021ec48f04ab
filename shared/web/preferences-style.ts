import { QUIET_STYLE } from './quiet-style';
import { RIGHT_STYLE } from './right-style';

/** Further rules for the preference centre. */
export const PREFERENCES_STYLE = `${QUIET_STYLE}${RIGHT_STYLE}
.first{margin:0 0 1rem}
.move{margin-top:1.5rem}
fieldset{margin:0 0 1.5rem;padding:0;border:0;border-bottom:1px solid var(--line);min-width:0}
legend{padding:0 0 1rem}
.said{margin:0 0 2rem;padding-bottom:1.75rem;border-bottom:1px solid var(--line)}
.card .said h1{margin-bottom:1rem}
.card .said ul{border:0;margin:0 0 1rem}
.card .said li{padding:.15rem 0;border:0}
.card h2{margin-top:0}
.choice{display:grid;grid-template-columns:auto minmax(0,1fr);overflow-wrap:anywhere;gap:.15rem .85rem;padding:1rem 0;border-top:1px solid var(--line)}
.choice input{width:1.5rem;height:1.5rem;margin:.05rem 0 0;accent-color:var(--act)}
.choice label{font-weight:600;min-height:1.75rem}
.choice p{grid-column:2;margin:0;color:var(--soft);font-size:.9375rem}
.choice strong,.choice span:not(.whole){display:block}
.choice strong{color:var(--ink)}
.choice span:not(.whole){margin-bottom:.35rem}
.choice a{white-space:nowrap}
.choice input:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
.languages{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
.languages button{display:inline;width:auto}`;
