import { render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { SIGNED_IN_PATH } from '../shared/http/sign-in';
import { App } from './app';
import { Session } from './session';
import { settingsOf } from './settings';

const session = new Session(settingsOf(document));
if (window.location.pathname === SIGNED_IN_PATH && !session.isAsking()) Session.handOver();
else {
  session.takeAnswer();
  render(
    <LocationProvider scope="/console">
      <App session={session} />
    </LocationProvider>,
    document.body,
  );
}
