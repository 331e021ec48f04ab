import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { may, type Grant, type Words } from './context';
import { FindPage } from './pages/find';
import { PersonPage } from './pages/person';

export interface PageProps {
  readonly grant: Grant;
  /** What the path says where it has a `:name`. */
  readonly params: Readonly<Record<string, string>>;
}

/** A page of a site. */
export interface DeskPage {
  /** Below the site's own; `''` is where everything begins. May name parts, as `/person/:id`. */
  readonly path: string;
  /** What the navigation calls it; absent where only lists and other pages lead there. */
  readonly name?: (words: Words) => string;
  /** Whoever has one of these scopes sees it; absent where everybody does. */
  readonly scopes?: Grant['scopes'];
  /** `lazy(...)` of preact-iso for all that is not the first page, so that the first load stays small. */
  readonly page: ComponentType<PageProps>;
}

const AudiencePage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/audience')).AudiencePage);
const CountsPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/counts')).CountsPage);
const JournalPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/journal')).JournalPage);
const LetterPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/letter')).LetterPage);
const ArrivedPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/letter')).ArrivedPage);
const RegisterPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/register')).RegisterPage);
const RequestPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/request')).RequestPage);
const RequestsPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/requests')).RequestsPage);
const ToolsPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/tools')).ToolsPage);
const WorklistsPage = lazy<ComponentType<PageProps>>(async () => (await import('./pages/worklists')).WorklistsPage);

/** All pages of the desk, in the order of the navigation. */
export const PAGES: readonly DeskPage[] = [
  { path: '', name: ({ find }) => find, page: ({ grant }) => <FindPage grant={grant} /> },
  { path: '/worklists', name: ({ worklists }) => worklists, scopes: ['evidence:read'], page: WorklistsPage },
  { path: '/counts', name: ({ counts }) => counts, scopes: ['audience:read'], page: CountsPage },
  { path: '/requests', name: ({ requests }) => requests, scopes: ['evidence:read'], page: RequestsPage },
  { path: '/audience', name: ({ audience }) => audience, scopes: ['audience:read'], page: AudiencePage },
  { path: '/tools', name: ({ tools }) => tools, scopes: ['person:read'], page: ToolsPage },
  { path: '/register', name: ({ register }) => register, scopes: ['person:read'], page: RegisterPage },
  { path: '/journal', name: ({ journal }) => journal, scopes: ['evidence:read'], page: JournalPage },
  { path: '/letter', scopes: ['evidence:write'], page: ArrivedPage },
  { path: '/person/:id/request/:case', scopes: ['evidence:read'], page: RequestPage },
  { path: '/person/:id/letter', scopes: ['evidence:write'], page: LetterPage },
  { path: '/person/:id', page: ({ grant, params: { id = '' } }) => <PersonPage grant={grant} id={id} /> },
];

/** The pages that whoever has that grant may open. */
export const pagesFor = (grant: Grant): readonly DeskPage[] =>
  PAGES.filter(({ scopes }) => scopes === undefined || scopes.some((scope) => may(grant, scope)));
