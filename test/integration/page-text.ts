/** A page as a reader has it. What only keeps a word on one line (shared/web/page) is nothing that they see. */
export function textOf(body: string): string {
  return whole(body)
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** The main heading of a page. */
export function headingOf(body: string): string {
  return /<h1>([^<]*)<\/h1>/.exec(whole(body))?.[1] ?? '';
}

/** With such words as the words that they are. */
export function whole(body: string): string {
  return body.replace(/<span class="whole">([^<]*)<\/span>/g, '$1');
}
