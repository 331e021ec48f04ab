import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import type { WebsiteLanguage } from '../../local/website/texts';
import type { Visitor } from './visitor';

/** The languages of the website that the forms stand on. */
export const SPOKEN: readonly WebsiteLanguage[] = ['de', 'en'];
export const HOME: Record<WebsiteLanguage, string> = { de: '/', en: '/en' };

/** An address that nobody used before. */
export const somebody = (): string => `${randomUUID()}@example.org`;

/** A form on the website. It must not ask for anything by itself: nothing is ticked, nothing filled in. */
export class Form {
  private constructor(
    private readonly visitor: Visitor,
    readonly element: Locator,
  ) {}

  static async open(visitor: Visitor, language: WebsiteLanguage, which: 'newsletter' | 'whitepaper'): Promise<Form> {
    await visitor.open(HOME[language]);
    const element = visitor.page.locator(`section[aria-labelledby=${which}] form`);
    expect(await element.locator('[type=checkbox]').count()).toBeGreaterThan(0);
    expect(await element.locator('[type=checkbox][checked], [type=checkbox]:checked').count()).toBe(0);
    return new Form(visitor, element);
  }

  async send(email: string, ...purposes: readonly string[]): Promise<void> {
    await this.element.locator('[name=email]').fill(email);
    for (const purpose of purposes) await this.element.locator(`[value=${purpose}]`).check();
    await this.visitor.press(this.button());
  }

  button(): Locator {
    return this.element.getByRole('button');
  }

  /** Takes away what the browser checks, as browsers of other makers may check less. */
  async unchecked(): Promise<this> {
    await this.element.evaluate((form) => form.setAttribute('novalidate', ''));
    return this;
  }
}
