import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH } from '../shared/http/sign-in';
import { App } from './app';
import { Session } from './session';
import { settingsOf } from './settings';

const session = new Session(settingsOf(document));
const startAnew = (): void => window.location.assign(SIGNED_OUT_PATH);
// The browser keeps pages as they were, and shows them to whoever goes back.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) startAnew();
});
if (window.location.pathname === SIGNED_IN_PATH && !session.isAsking()) Session.handOver();
else {
  session.takeAnswer();
  session.onSignOut(startAnew);
  render(
    <LocationProvider scope="/console">
      <App session={session} />
    </LocationProvider>,
    document.body,
  );
}
