import type { JSX } from 'preact';
import { Route, Router, useLocation } from 'preact-iso/router';
import { LANGUAGES, type Language } from '../shared/words/languages';
import { grantAt, useDesk, type Grant } from './context';
import { FindPage } from './pages/find';
import { PersonPage } from './pages/person';
import { PageTitle } from './parts/page-title';
import { SignedOutNotice } from './parts/signed-out-notice';

/** What stands around every page: which website, who is signed in, and the way to look somebody up. */
export function Shell() {
  const { words, me } = useDesk();
  const { path } = useLocation();
  const site = /^\/console\/([^/]+)/.exec(path)?.[1] ?? me.grants[0]?.site;
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="top">
        <span class="product">{words.product}</span>
        <nav aria-label={words.navigation}>
          {site !== undefined && (
            <a href={`/console/${site}`} aria-current={path === `/console/${site}` ? 'page' : undefined}>
              {words.find}
            </a>
          )}
        </nav>
        <Choices site={site} />
      </header>
      <SignedOutNotice />
      <main id="content">{me.grants.length === 0 ? <NoSite /> : <Pages first={me.grants[0]?.site ?? ''} />}</main>
    </>
  );
}

function Pages({ first }: { readonly first: string }) {
  return (
    <Router>
      <Route path="/console" component={() => <AtSite site={first} page={FindPage} />} />
      <Route path="/console/:site" component={({ site }: { site: string }) => <AtSite site={site} page={FindPage} />} />
      <Route
        path="/console/:site/person/:id"
        component={({ site, id }: { site: string; id: string }) => (
          <AtSite site={site} page={({ grant }) => <PersonPage grant={grant} id={id} />} />
        )}
      />
      <Route default component={Lost} />
    </Router>
  );
}

function AtSite({
  site,
  page: Page,
}: {
  readonly site: string;
  readonly page: (props: { grant: Grant }) => JSX.Element;
}) {
  const grant = grantAt(useDesk(), site);
  return grant ? <Page grant={grant} /> : <Lost />;
}

function Lost() {
  const { words } = useDesk();
  return (
    <>
      <PageTitle title={words.lost.title} kind={words.lost.title} site="" />
      <p>
        <a href="/console">{words.lost.back}</a>
      </p>
    </>
  );
}

function NoSite() {
  const { words } = useDesk();
  return (
    <>
      <PageTitle title={words.noSite.title} kind={words.noSite.title} site="" />
      <p>{words.noSite.text}</p>
    </>
  );
}

function Choices({ site }: { readonly site: string | undefined }) {
  const { words, me, language, choose, session } = useDesk();
  const { route } = useLocation();
  const { grants } = me;
  return (
    <div class="choices">
      {grants.length > 1 && (
        <label>
          <span class="hidden">{words.site}</span>
          <select value={site} onChange={({ currentTarget }) => route(`/console/${currentTarget.value}`)}>
            {grants.map((grant) => (
              <option value={grant.site}>{grant.name}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span class="hidden">{words.language}</span>
        <select value={language} onChange={({ currentTarget }) => choose(currentTarget.value as Language)}>
          {LANGUAGES.map((one) => (
            <option value={one}>{one.toUpperCase()}</option>
          ))}
        </select>
      </label>
      <span class="soft who">{words.signedInAs(me.operator.name ?? me.operator.id)}</span>
      <button type="button" class="quiet" title={words.signOutHint} onClick={() => session.signOut()}>
        {words.signOut}
      </button>
    </div>
  );
}
