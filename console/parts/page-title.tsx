import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../context';

/**
 * The page's only `h1`, which has the focus once the page was changed, so that a screen reader says it. The window is called
 * by `kind` and site alone: no address gets into the history or onto a shared screen's list of windows.
 */
export function PageTitle({
  title,
  kind,
  site,
}: {
  readonly title: string;
  readonly kind: string;
  readonly site: string;
}) {
  const { words } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [kind, site, words.product].filter((part) => part !== '').join(' – ');
    if (document.activeElement === document.body || document.activeElement === null) heading.current?.focus();
  }, [kind, site, words]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}
