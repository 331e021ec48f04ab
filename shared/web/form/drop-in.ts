import { element } from './element';
import { SignUpForm } from './form';
import { loadQuestions } from './notices';
import type { Options } from './options';
import { send, type Trouble } from './outcome';
import { formIn } from '../../words/form';

/** A sign-up form on somebody's page, from the wording to the answer. */
export class DropIn {
  /** The message that takes the place of the form. */
  private readonly status = element('div', { class: 'consent-message', role: 'status', tabindex: '-1' });
  private readonly place: HTMLElement;
  private isSending = false;

  constructor(
    private readonly options: Options,
    private readonly script: HTMLScriptElement,
  ) {
    this.place = element('div', { class: 'consent-form', lang: options.language }, this.status);
  }

  async start(): Promise<void> {
    try {
      const questions = await loadQuestions(this.options);
      // Names of elements are the page's; no other script has this one's number.
      const prefix = `consent${[...document.scripts].indexOf(this.script)}`;
      const form = new SignUpForm(prefix, questions, new URL('signups', this.options.api));
      form.element.addEventListener('submit', (event) => {
        event.preventDefault();
        void this.submit(form);
      });
      this.place.lang = questions.language;
      this.status.replaceChildren();
      this.place.append(form.element);
      this.settle();
    } catch (error) {
      console.error(error);
      this.offerToTryAgain();
    }
  }

  private settle(): void {
    const { target } = this.options;
    if (this.place.isConnected) return;
    if (target === undefined) return this.script.after(this.place);
    const chosen = document.querySelector(target);
    if (!chosen) throw new Error(`The page has no ${target}`);
    chosen.replaceChildren(this.place);
  }

  /** A plain form that stands in its place stays there. */
  private offerToTryAgain(): void {
    const { language, target } = this.options;
    if (!this.place.isConnected && target !== undefined) return;
    const again = element('button', { type: 'button' }, formIn(language).tryAgain);
    again.addEventListener('click', () => void this.start());
    this.status.replaceChildren(element('p', {}, formIn(language).notLoaded), element('p', {}, again));
    this.settle();
  }

  private async submit(form: SignUpForm): Promise<void> {
    if (this.isSending) return;
    const missing = form.missing();
    if (missing.length > 0) return form.complain({ kind: 'wrong', pointers: missing });
    this.isSending = true;
    form.setBusy(true);
    // The query can hold anything, an address among others.
    const body = form.body({ url: location.origin + location.pathname, id: this.options.form });
    const outcome = await send(this.options.api, body, () => form.setWorking());
    form.setBusy(false);
    this.isSending = false;
    if (outcome.kind === 'sent') this.thank(form);
    else form.complain(outcome.kind === 'stale' ? await this.reword(form) : outcome);
  }

  private async reword(form: SignUpForm): Promise<Trouble> {
    try {
      form.reword(await loadQuestions(this.options, 'reload'));
      return { kind: 'stale' };
    } catch {
      return { kind: 'busy' };
    }
  }

  private thank(form: SignUpForm): void {
    const { sentTitle, sentText, sentNote } = formIn(form.language);
    this.status.replaceChildren(
      element('p', {}, element('strong', {}, sentTitle)),
      element('p', {}, sentText(form.answers().email)),
      element('p', {}, sentNote),
    );
    form.element.remove();
    this.status.focus();
  }
}
