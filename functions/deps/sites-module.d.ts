/** The sites that a deployment serves. Bundling fills them in; nothing else names a module for them. */
declare module '#sites' {
  export const sites: readonly import('../../shared/policy/schema').Site[];
}
