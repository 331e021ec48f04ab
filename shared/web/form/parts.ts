import { element, type Attributes } from './element';
import type { Field, Notice, PurposeNotice, Questions } from './notices';
import { formIn } from '../../words/form';

/** The fields that browsers can fill in (WCAG 1.3.5). */
const AUTOCOMPLETE: Readonly<Record<string, string>> = { firstName: 'given-name', lastName: 'family-name' };

/** All questions, by the names that the plain form has. */
export function questionParts(prefix: string, questions: Questions): HTMLElement[] {
  const { language, asset, fields, purposes } = questions;
  return [
    hidden('language', language),
    ...(asset ? [hidden('asset', asset.id)] : []),
    emailField(prefix, questions),
    trap(questions),
    ...fields.map((field) => textField(prefix, field, questions)),
    ...(asset ? [orderText(asset, questions)] : []),
    ...(purposes.length > 0 ? [choices(prefix, questions)] : []),
  ];
}

const hidden = (name: string, value: string): HTMLElement => element('input', { type: 'hidden', name, value });

function emailField(prefix: string, { language }: Questions): HTMLElement {
  const input = { type: 'email', name: 'email', required: true, autocomplete: 'email', maxlength: '254' };
  return labelled(`${prefix}-email`, '/email', formIn(language).email, input);
}

/** A field that no person sees or reaches, and that programs fill in. */
function trap({ language }: Questions): HTMLElement {
  const input = { type: 'text', name: 'topic', tabindex: '-1', autocomplete: 'off', maxlength: '200' };
  const label = element('label', {}, formIn(language).leaveEmpty, element('input', input));
  return element('div', { class: 'consent-trap', 'aria-hidden': 'true' }, label);
}

function textField(prefix: string, { id, label }: Field, { language }: Questions): HTMLElement {
  const input = { type: 'text', name: `field.${id}`, autocomplete: AUTOCOMPLETE[id], maxlength: '200' };
  return labelled(`${prefix}-field-${id}`, `/fields/${id}`, `${label} (${formIn(language).optional})`, input);
}

function labelled(id: string, pointer: string, label: string, input: Attributes): HTMLElement {
  return element(
    'div',
    { class: 'consent-field', 'data-pointer': pointer },
    element('label', { for: id }, label),
    element('input', { ...input, id, 'aria-describedby': `${id}-error` }),
    errorPlace(`${id}-error`),
  );
}

/** The place for the error of a part of the form; empty while there is none. */
const errorPlace = (id: string): HTMLElement => element('p', { class: 'consent-error', id });

/** The wording and its version: the visitor agrees to both. */
function wording({ text, version }: Notice, { language }: Questions): string {
  return `${text} (${formIn(language).version}\u00a0${version})`;
}

export function orderText(asset: Notice, questions: Questions): HTMLElement {
  return element('p', { class: 'consent-order' }, wording(asset, questions));
}

/** No box is ticked beforehand: Art. 4(11) GDPR requires a clear affirmative act. */
export function choices(prefix: string, questions: Questions): HTMLFieldSetElement {
  const { consent, consentBesideAsset } = formIn(questions.language);
  const id = `${prefix}-purposes-error`;
  return element(
    'fieldset',
    { 'data-pointer': '/purposes', 'aria-describedby': id },
    element('legend', {}, questions.asset ? consentBesideAsset : consent),
    errorPlace(id),
    ...questions.purposes.map((purpose) => choice(prefix, purpose, questions)),
  );
}

function choice(prefix: string, purpose: PurposeNotice, questions: Questions): HTMLElement {
  const { requires } = formIn(questions.language);
  const id = `${prefix}-${purpose.id}`;
  const others = questions.purposes.filter((other) => purpose.requires?.includes(other.id));
  const hint = others.length > 0 ? [element('br'), requires(others.map(({ name }) => name))] : [];
  const box = { id, type: 'checkbox', name: 'purpose', value: purpose.id, 'aria-describedby': `${id}-text` };
  return element(
    'div',
    { class: 'consent-choice' },
    element('input', box),
    element('label', { for: id }, purpose.name),
    element('p', { id: `${id}-text` }, wording(purpose, questions), ...hint),
  );
}

/** What happens next, and where the privacy notice is: before the button, as whoever presses it is to know. */
export function foreword({ language, controller }: Questions): HTMLElement {
  const { note, privacyNotice } = formIn(language);
  const link = element('a', { href: controller.privacyNotice }, privacyNotice);
  return element('p', { class: 'consent-note' }, `${note} `, link);
}
