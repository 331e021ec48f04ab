import type { DocumentContent, Excerpt } from '../../shared/document/content';
import { draw } from '../../shared/document/draw';
import { Paper } from '../../shared/document/paper';

const excerpt = (name: string, words: number): Excerpt => ({
  title: `Wording ${name}`,
  note: 'Shown by the form.',
  text: Array.from({ length: words }, (_, n) => `${name}${n}`).join(' '),
  more: `In full in section ${name}`,
  heading: `Section ${name}`,
});

/** What is written on each page, and how often the document was drawn. */
async function drawn(texts: readonly Excerpt[]): Promise<{ pages: string[]; file: Buffer }> {
  const lines: [paper: Paper, page: number, text: string][] = [];
  const put = Object.getOwnPropertyDescriptor(Paper.prototype, 'put')!.value as Paper['put'];
  const watched = jest.spyOn(Paper.prototype, 'put').mockImplementation(function (this: Paper, said, ...rest) {
    lines.push(...said.map((text): [Paper, number, string] => [this, this.doc.bufferedPageRange().count, text]));
    return put.call(this, said, ...rest);
  });
  const content: DocumentContent = {
    title: 'A document',
    reference: 'demo',
    sections: [
      { title: 'A document', blocks: [{ kind: 'excerpts', texts }] },
      {
        title: 'Wordings',
        blocks: texts.flatMap(({ heading, text }) => [
          { kind: 'heading' as const, text: heading },
          { kind: 'quote' as const, text, tone: 'plain' as const },
        ]),
      },
    ],
  };
  const pageOf = (page: number, count: number): string => `page ${page} of ${count}`;
  const file = await draw(content, { language: 'en', contents: 'Contents', at: new Date(0), pageOf });
  watched.mockRestore();
  const last = lines.at(-1)?.[0];
  const final = lines.filter(([paper]) => paper === last);
  const count = Math.max(...final.map(([, page]) => page));
  const pages = Array.from({ length: count }, (_, n) =>
    final.flatMap(([, page, text]) => (page === n + 1 ? [text] : [])).join('\n'),
  );
  return { pages, file };
}

test('what comes first stands in full, and of what has no room it is said on which page it does', async () => {
  const { pages } = await drawn([excerpt('a', 500), excerpt('b', 900), excerpt('c', 20)]);
  expect(pages[0]).toContain('a499');
  expect(pages[0]).toMatch(/b0 b1/);
  expect(pages[0]).not.toContain('b899');
  const page = pages.findIndex((text) => text.includes('Section b')) + 1;
  expect(pages[0]).toContain(`In full in section b (page ${page} of ${pages.length})`);
  expect(pages[0]).toContain(`Wording c: In full in section c (page `);
});

test('what has room on the page is all there, and nothing says that it is elsewhere', async () => {
  const { pages } = await drawn([excerpt('a', 100), excerpt('b', 100), excerpt('c', 20)]);
  for (const last of ['a99', 'b99', 'c19']) expect(pages[0]).toContain(last);
  expect(pages[0]).not.toContain('In full');
});
