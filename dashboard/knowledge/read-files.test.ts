import { describe, expect, it } from 'vitest';
import { readFileEntries } from './read-files.ts';

function file(name: string, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], name);
}

describe('readFileEntries', () => {
  it('titles Markdown by its front matter, its first heading, its name', async () => {
    const front = '---\r\nlang: en\r\ntitle: "Our returns"\r\n---\r\n# Else\r\nThirty days.';
    expect(await readFileEntries(file('a.md', front))).toEqual([
      { name: 'a.md', entry: { type: 'text', title: 'Our returns', content: '# Else\nThirty days.' } },
    ]);
    expect(await readFileEntries(file('b.MD', 'Intro\n\n# Delivery #\nFast.'))).toMatchObject([
      { entry: { title: 'Delivery' } },
    ]);
    expect(await readFileEntries(file('c d.txt', 'Plain'))).toEqual([
      { name: 'c d.txt', entry: { type: 'text', title: 'c d', content: 'Plain' } },
    ]);
  });

  it('reads HTML as a page, without what is not its text', async () => {
    const html = `<title>Shop</title><nav>Menu</nav><main><h1>Sizes</h1><p>S, M &amp; L.</p><script>no()</script></main>`;
    expect(await readFileEntries(file('sizes.html', html))).toEqual([
      { name: 'sizes.html', entry: { type: 'text', title: 'Shop', content: '# Sizes\n\nS, M & L.' } },
    ]);
  });

  it('makes an entry of each row of a table, and says which rows are wrong', async () => {
    const table = '\uFEFFQuestion;Answer\n"Can I return; it?";"Yes.\nThirty days."\n;Nobody asked\nWhy?;\n';
    expect(await readFileEntries(file('faq.csv', table))).toEqual([
      {
        name: 'faq.csv, row 2',
        entry: { type: 'qa', question: 'Can I return; it?', answer: 'Yes.\nThirty days.' },
      },
      { name: 'faq.csv, row 3', problem: 'The question is missing.' },
      { name: 'faq.csv, row 4', problem: 'The answer is missing.' },
    ]);
    expect(await readFileEntries(file('texts.csv', 'title,content\nSizes,"S, M"'))).toMatchObject([
      { entry: { type: 'text', title: 'Sizes', content: 'S, M' } },
    ]);
  });

  it.each([
    ['a.csv', 'one,two\n1,2', /first line must name/],
    ['a.csv', 'question,answer\n', /no row/],
    ['a.txt', ' \n ', /no text/],
    ['a.txt', 'x'.repeat(500_001), /longer than 500,000/],
    ['a.pdf', 'x', /Only \.md/],
    ['constructor', 'x', /Only \.md/],
  ])('says what is wrong with %s holding %.12j', async (name, content, problem) => {
    expect(await readFileEntries(file(name, content))).toEqual([
      { name, problem: expect.stringMatching(problem) },
    ]);
  });

  it('reads what Windows wrote', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0xfc, 0x00]);
    const windows1252 = new Uint8Array([0x66, 0xfc, 0x72]);
    expect(await readFileEntries(file('a.txt', utf16))).toMatchObject([{ entry: { content: 'ü' } }]);
    expect(await readFileEntries(file('a.txt', windows1252))).toMatchObject([{ entry: { content: 'für' } }]);
  });
});
