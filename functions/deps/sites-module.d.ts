/** The sites that a deployment serves. Bundling fills them in; nothing else names a module for them. */
declare module '#sites' {
  // oxlint-disable-next-line typescript/consistent-type-imports -- nothing relative is imported in here
  export const sites: readonly import('../../shared/policy/schema').Site[];
}
