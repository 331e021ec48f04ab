import { useEffect } from 'preact/hooks';
import { Route, Router, useLocation } from 'preact-iso/router';
import { LANGUAGES, type Language } from '../shared/words/languages';
import { grantAt, useDesk } from './context';
import { FindPage } from './pages/find';
import { PAGES, pagesFor, type DeskPage, type PageProps } from './pages';
import { PageTitle } from './parts/page-title';
import { SEARCH_FIELD } from './parts/search';
import { SignedOutNotice } from './parts/signed-out-notice';

/** What stands around every page: which website, who is signed in, and the way to look somebody up. */
export function Shell() {
  const { words, me } = useDesk();
  const { path } = useLocation();
  const site = /^\/console\/([^/]+)/.exec(path)?.[1] ?? me.grants[0]?.site;
  const grant = me.grants.find((one) => one.site === site);
  useSlash(site);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header class="top">
        <span class="product">{words.product}</span>
        <nav aria-label={words.navigation}>
          {grant && pagesFor(grant).map((page) => <NavigationLink site={grant.site} page={page} path={path} />)}
        </nav>
        <Choices site={site} />
      </header>
      <SignedOutNotice />
      <main id="content">{me.grants.length === 0 ? <NoSite /> : <Pages />}</main>
    </>
  );
}

/** `/` leads to the search field, on whatever page, unless something is being typed. */
function useSlash(site: string | undefined): void {
  const { route } = useLocation();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping || site === undefined) return;
      event.preventDefault();
      const field = document.getElementById(SEARCH_FIELD);
      if (field) field.focus();
      else route(`/console/${site}`);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [site, route]);
}

interface NavigationLinkProps {
  readonly site: string;
  readonly page: DeskPage;
  /** Where the operator is. */
  readonly path: string;
}

function NavigationLink({ site, page, path }: NavigationLinkProps) {
  const { words } = useDesk();
  const href = `/console/${site}${page.path}`;
  if (!page.name) return null;
  return (
    <a href={href} aria-current={path === href ? 'page' : undefined}>
      {page.name(words)}
    </a>
  );
}

/** Paths with what they show. Made once: a router that is given a new component for the same path begins the page anew. */
const ROUTES = PAGES.map((desk) => ({ path: `/console/:site${desk.path}`, component: atSite(desk) }));

function Pages() {
  return (
    <Router>
      <Route path="/console" component={FirstSite} />
      {ROUTES.map(({ path, component }) => (
        <Route path={path} component={component} />
      ))}
      <Route default component={Lost} />
    </Router>
  );
}

function FirstSite() {
  const [grant] = useDesk().me.grants;
  return grant ? <FindPage grant={grant} /> : <Lost />;
}

/** A page, for whoever may open it at the site that its path names. */
function atSite(desk: DeskPage) {
  const { page: Page } = desk;
  return function AtSite({ params }: { readonly params: PageProps['params'] }) {
    const grant = grantAt(useDesk(), params['site'] ?? '');
    return grant && pagesFor(grant).includes(desk) ? <Page grant={grant} params={params} /> : <Lost />;
  };
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
      <span class="soft who">
        <span class="hidden">{words.signedInAs} </span>
        {me.operator.name ?? me.operator.id}
      </span>
      <button type="button" class="quiet" title={words.signOutHint} onClick={() => session.signOut()}>
        {words.signOut}
      </button>
    </div>
  );
}
