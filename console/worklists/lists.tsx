import type { ComponentChildren } from 'preact';
import type { deskLists } from '../../shared/words/de/desk-lists';
import type { Grant } from '../context';

export type ListWords = typeof deskLists;

/** The lists that this page has, as the address names them. */
export const LISTS = ['weighings', 'review', 'holds', 'restrictions', 'deliveries', 'deletions'] as const;
export type List = (typeof LISTS)[number];

export interface ListProps {
  readonly grant: Grant;
  readonly own: ListWords;
  /** The cursor that the page begins at; undefined for the first. */
  readonly after: string | undefined;
  /** Told whenever something was decided. */
  readonly decided: () => void;
}

export const AT_ONCE = '50';

/** The person that a row is about, by the id that they have in lists. */
export function PersonLink({ grant, id, name }: PersonLinkProps) {
  return <a href={`/console/${grant.site}/person/${id}`}>{name ?? <code>{id}</code>}</a>;
}

interface PersonLinkProps {
  readonly grant: Grant;
  readonly id: string;
  /** The address, where it is shown. */
  readonly name: string | undefined;
}

interface PagesProps {
  readonly grant: Grant;
  readonly own: ListWords;
  readonly list: List;
  readonly after: string | undefined;
  readonly next: string | undefined;
}

/** To the next fifty, and back to the first. */
export function Pages({ grant, own, list, after, next }: PagesProps) {
  const at = `/console/${grant.site}/worklists?list=${list}`;
  if (after === undefined && next === undefined) return null;
  return (
    <p class="row no-print">
      {after !== undefined && <a href={at}>{own.first}</a>}
      {next !== undefined && <a href={`${at}&after=${encodeURIComponent(next)}`}>{own.further}</a>}
    </p>
  );
}

interface TableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly children: ComponentChildren;
}

export function ListTable({ caption, headings, children }: TableProps) {
  return (
    <table class="stacked">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Why nothing is there: the list is empty, or only the rest of it. */
export function Empty({ own, text, after }: Pick<PagesProps, 'own' | 'after'> & { readonly text: string }) {
  return <p role="status">{after === undefined ? text : own.emptyPage}</p>;
}
