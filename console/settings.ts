import type { SignInSettings } from '../shared/http/sign-in';

/** Where people sign in: whoever serves the page has written it there. @throws {Error} where nobody did */
export function settingsOf(document: Document): SignInSettings {
  const { issuer, authorize, token, logout, client, scope } = document.documentElement.dataset;
  if (!issuer || !authorize || !token || !logout || !client || !scope) {
    throw new Error('The page does not say where people sign in.');
  }
  return { issuer, authorize, token, logout, client, scope };
}
