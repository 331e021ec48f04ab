import type { Language } from '../../policy/schema';
import { element } from './element';
import type { Questions } from './notices';
import type { Trouble } from './outcome';
import { choices, foreword, orderText, questionParts } from './parts';
import { formIn } from '../../words/form';

/** One sign-up form: its elements, and the body that is sent. */
export class SignUpForm {
  readonly element: HTMLFormElement;
  /** Names the error of the form as a whole. */
  private readonly alert = element('div', { class: 'consent-message', role: 'alert', tabindex: '-1' });
  private readonly button: HTMLButtonElement;

  constructor(
    private readonly prefix: string,
    private questions: Questions,
    action: URL,
  ) {
    this.button = element('button', { type: 'submit' }, this.label());
    // With the names of the plain form: should the script stumble, the browser posts it, and no address gets into a
    // URL.
    this.element = element(
      'form',
      { method: 'post', action: action.href, novalidate: true },
      this.alert,
      ...questionParts(prefix, questions),
      foreword(questions),
      this.button,
    );
    this.element.addEventListener('change', () => this.followRequirements());
    this.followRequirements();
  }

  get language(): Language {
    return this.questions.language;
  }

  /** The missing answers that the form finds without asking the system. */
  missing(): string[] {
    const { email, purposes } = this.answers();
    const { asset } = this.questions;
    return [...(email === '' ? ['/email'] : []), ...(purposes.length === 0 && !asset ? ['/purposes'] : [])];
  }

  /** The body of the sign-up, with the hashes of the wording that is shown. `form` says where it stands, and perhaps which one it is: what is undefined is not sent. */
  body(form: { readonly url: string; readonly id: string | undefined }): object {
    const { email, purposes, fields, topic } = this.answers();
    const { language, asset } = this.questions;
    const agreed = this.questions.purposes.filter(({ id }) => purposes.includes(id));
    const notices = [...agreed, ...(asset ? [asset] : [])].map(({ hash }) => hash);
    const trapped = topic !== '' && { topic };
    return { email, purposes, fields, language, notices, form, ...(asset && { asset: asset.id }), ...trapped };
  }

  answers(): { email: string; purposes: string[]; fields: Record<string, string>; topic: string } {
    const values = new FormData(this.element);
    const said = (name: string): string => (values.get(name) as string | null)?.trim() ?? '';
    const fields = this.questions.fields.map(({ id }) => [id, said(`field.${id}`)]);
    return {
      email: said('email'),
      topic: said('topic'),
      purposes: values.getAll('purpose').map(String),
      fields: Object.fromEntries(fields) as Record<string, string>,
    };
  }

  /** Shows that the form is being sent; the button does nothing meanwhile. */
  setBusy(isBusy: boolean): void {
    this.button.setAttribute('aria-disabled', String(isBusy));
    this.button.textContent = isBusy ? formIn(this.language).sending : this.label();
  }

  /** Says that the browser has some work to do before the form is taken; it takes no hand. */
  setWorking(): void {
    this.alert.replaceChildren(element('p', {}, formIn(this.language).working));
  }

  /** Shows the errors, beside each part and as a whole, and moves the focus to them. */
  complain(trouble: Trouble): void {
    this.mark(trouble.kind === 'wrong' ? trouble.pointers : []);
    this.alert.replaceChildren(element('p', {}, formIn(this.language)[trouble.kind]));
    this.alert.focus();
  }

  /** Shows other wording. A box stays ticked only where its wording is the same. */
  reword(questions: Questions): void {
    const { purposes: ticked } = this.answers();
    const isSame = (id: string): boolean => hashOf(questions, id) === hashOf(this.questions, id);
    const kept = ticked.filter(isSame);
    this.questions = questions;
    const { asset, purposes } = questions;
    if (asset) this.element.querySelector('.consent-order')?.replaceWith(orderText(asset, questions));
    const parts = purposes.length > 0 ? [choices(this.prefix, questions)] : [];
    this.element.querySelector('fieldset')?.replaceWith(...parts);
    for (const box of this.boxes()) box.checked = kept.includes(box.value);
    this.followRequirements();
  }

  private label(): string {
    const { language, asset } = this.questions;
    return asset ? formIn(language).order : formIn(language).subscribe;
  }

  private boxes(): HTMLInputElement[] {
    return [...this.element.querySelectorAll<HTMLInputElement>('[name=purpose]')];
  }

  /** A purpose that requires others can be ticked only along with one of them. */
  private followRequirements(): void {
    for (const box of this.boxes()) {
      const { requires } = this.questions.purposes.find(({ id }) => id === box.value) ?? {};
      const isOpen = !requires || this.boxes().some(({ value, checked }) => checked && requires.includes(value));
      box.disabled = !isOpen;
      box.checked &&= isOpen;
    }
  }

  private mark(pointers: readonly string[]): void {
    const { emailError, nothingChosenError, fieldError } = formIn(this.language);
    const texts: Record<string, string> = { '/email': emailError, '/purposes': nothingChosenError };
    for (const part of this.element.querySelectorAll<HTMLElement>('[data-pointer]')) {
      const pointer = part.dataset['pointer'] ?? '';
      const isWrong = pointers.includes(pointer);
      part.querySelector('.consent-error')?.replaceChildren(isWrong ? (texts[pointer] ?? fieldError) : '');
      part.querySelector('input:not([type=checkbox])')?.setAttribute('aria-invalid', String(isWrong));
    }
  }
}

function hashOf({ purposes }: Questions, id: string): string | undefined {
  return purposes.find((purpose) => purpose.id === id)?.hash;
}
