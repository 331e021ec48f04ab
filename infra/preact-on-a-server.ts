import { jsx } from 'preact/jsx-runtime';

/*
 * Stands in for preact in our bundles: what rendering to a string needs of it, without the 10 KB that keep a page up
 * to date in a browser. `test/infra/bundles.test.ts` and the browser tests run on it, the others on preact itself.
 */
export const options = {};

export const Fragment = ({ children }: { readonly children?: unknown }): unknown => children;

export const h = (type: string, props: Record<string, unknown> | null): unknown => jsx(type, props as never);

/** Preact marks what it makes, so that nothing parsed from JSON is taken for an element. */
export const isValidElement = (value: { readonly constructor?: unknown } | null): boolean =>
  value?.constructor === Symbol.for('pv');
