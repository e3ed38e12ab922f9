import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';

const read = (html: string, selector: string | null = null) => htmlToText(html, selector).text;

describe('text', () => {
  test.each([
    ['headings', '<h1>A</h1><p>b</p><h2>C <em>d</em></h2>e<h6>f</h6>', '# A\n\nb\n\n## C d\n\ne\n\n###### f'],
    ['a heading never closed', '<h2>A<p>b</p><p>c</p>', '## A\n\nb\n\nc'],
    ['a heading around a box', '<h2><div>A</div><div>b</div></h2>', '## A b'],
    ['a permalink', '<h2>Use C#<a href="#x">¶</a></h2>', '## Use C#'],
    ['paragraphs', '<p>a\n  b<p>c</p>d<div>e</div>', 'a b\n\nc\n\nd\n\ne'],
    ['inline elements', '<p>a<b>b</b> <i> c</i><a href="/x">d</a>\n<code>e</code></p>', 'ab cd e'],
    ['line breaks', '<p>a<br>b <br/> c<br><br><br><br>d</p>', 'a\nb\nc\n\nd'],
    ['entities', '<p>&lt;b&gt; &amp;amp; &nbsp;&eacute;&#8364;&#x1F600;&notin;</p>', '<b> &amp; é€😀∉'],
    ['lists', '<p>x</p><ul><li>a<li>b</ul><ol><li>c<li>d</ol>', 'x\n\n- a\n- b\n\n1. c\n2. d'],
    ['nested lists', '<ol><li>a<ul><li>b<ul><li>c</ul></ul><li>d</ol>', '1. a\n  - b\n    - c\n2. d'],
    ['items of several paragraphs', '<ul><li><p>a</p><p>b</p><li><br>c</ul>', '- a\n  b\n- c'],
    ['a heading in an item', '<ul><li><h3>A</h3>b</ul>', '### A\n\n- b'],
    [
      'tables',
      '<table><caption>T</caption><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>x',
      'T\n\na | b\n1 | 2\n\nx',
    ],
    ['cells', '<table><tr><td></td><td><p>a</p><p>b<br>c</p></td><td></td><td>d</table>', '| a b c | | d'],
    [
      'layout tables',
      '<table><tr><td><h2>A</h2><ul><li>b</ul></td><td>c</td></tr></table>',
      '## A\n\n- b\n\nc',
    ],
    ['nested tables', '<table><tr><td>a<table><tr><td>b<td>c</table>d</table>', 'a\n\nb | c\n\nd'],
    ['definitions', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', 'a\nb\n\nc\nd'],
    ['code', '<pre>\n# a\n\n  b &lt;<br><span>c</span>\n</pre>d', '    # a\n\n      b <\n    c\n\nd'],
    ['code in boxes', '<pre><code><div>a</div><div>b</div></code></pre>', '    a\n    b'],
    [
      'questions that open',
      '<button aria-expanded=false>Q?</button><h3><button>R?</button></h3><button>Copy</button>',
      'Q?\n\n### R?',
    ],
    ['details', '<details><summary>Q?</summary>A.</details>', 'Q?\n\nA.'],
    [
      'what is hidden',
      '<script>a()</script><style>b{}</style><noscript>c</noscript><template>d</template><svg><title>e</title></svg><i aria-hidden=true>f</i>g',
      'g',
    ],
    ['comments and declarations', '<!doctype html><!-- a --><?php b ?><![CDATA[c]]>d', 'd'],
    ['nothing', '<div><img src=x></div>', ''],
  ])('of %s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });
});

describe('the part that is read', () => {
  const around = (content: string) =>
    `<header>Logo</header><nav>Menu</nav>${content}<aside>Ad</aside><form>Sign up</form><footer>Imprint</footer>`;

  test.each([
    [
      'main',
      around('<article>No</article><main><h1>A</h1><nav>no</nav><p>b</p><footer>no</footer></main>'),
      '# A\n\nb',
    ],
    ['main by its role', around('<div role=main>a</div>'), 'a'],
    ['main inside a form that wraps the page', `<form>${around('<main>a</main>')}</form>`, 'a'],
    ['all articles', around('<article>a</article><article>b<form>no</form></article>'), 'a\n\nb'],
    ['no article of an aside', around('<article>a</article><aside><article>no</article></aside>'), 'a'],
    ['the page without what is around it', around('<div>a</div>'), 'Logo\n\na'],
    ['an empty main is passed over', '<main></main><p>a</p>', 'a'],
    ['what is around it when there is nothing else', '<form><p>a</p><nav>b</nav></form>', 'a\n\nb'],
  ])('is %s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });

  test.each([
    ['#faq', 'F\n\nA'],
    ['aside.box', 'F\n\nA'],
    ['p', 'A\n\nB'],
    ['main > p', 'B'],
    ['aside p, .none', 'A'],
    ['span', 'S'],
  ])('is what %s chooses', (selector, text) => {
    const html =
      '<aside id=faq class="big box">F<nav>N</nav><p>A</p></aside><main><p>B</p>C <span>S</span></main>';
    expect(read(html, selector)).toBe(text);
  });

  test('is refused when a selector matches nothing that can be read', () => {
    expect(() => read('<p>a</p><script id=x>b</script>', '#x')).toThrow(/matches nothing/);
    expect(read('<p id=x></p>', '#x')).toBe('');
  });
});

describe('the title', () => {
  test.each([
    ['its own', '<title>A &amp; B</title><title>no</title><h1>c</h1>', 'A & B'],
    [
      'the first h1 else',
      '<svg><title>no</title></svg><title> </title><h1>a <b>b</b></h1><h1>no</h1>',
      'a b',
    ],
    ['nothing else', '<h2>no</h2>', ''],
  ])('is %s', (_, html, title) => {
    expect(htmlToText(html, null).title).toBe(title);
  });
});

describe('a hostile page', () => {
  const SIZE_CHARS = 2 * 1024 * 1024;
  const fill = (unit: string) => unit.repeat(SIZE_CHARS / unit.length);
  const half = (unit: string) => unit.repeat(SIZE_CHARS / 2 / unit.length);

  test.each([
    ['<div>', fill('<div>')],
    ['unclosed formatting', fill('<b><i>')],
    ['p and li that nest by turns', fill('<p><li>')],
    ['nesting and closing of what is not open', half('<b>') + half('</q>')],
    ['nested svg', fill('<svg>')],
  ])('nested beyond measure with %s is refused', (_, html) => {
    expect(() => read(html)).toThrow(/nested too deeply/);
  });

  test('just short of that is read', () => {
    expect(read(`${'<div>'.repeat(510)}a`)).toBe('a');
    expect(read(`${'<ul><li>'.repeat(255)}a`)).toBe(`${' '.repeat(8)}- a`);
  });

  // Each runs in about 0.1–0.5 s; anything quadratic would run into the suite's time limit.
  test.each([
    ['open angles', fill('<'), /^<+$/],
    ['half tags', fill('<a '), /^$/],
    ['one huge attribute', `<p title="${fill('x')}">a`, /^a$/],
    ['one attribute never closed', `a<p title="${fill('x')}`, /^a$/],
    ['countless attributes', `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>a`, /^a$/],
    ['a huge class list', `<p class="${fill('x ')}">a`, /^a$/],
    ['a comment never closed', `a<!--${fill('-')}`, /^a$/],
    ['a script never closed', `a<script>${fill('</scrip')}`, /^a$/],
    ['entities', `<p>${fill('&amp;')}`, /^&+$/],
    ['broken entities', `<p>${fill('&#xD800;&')}`, /^[\ufffd&]+$/],
    ['spaces', `a${fill(' ')}b`, /^a b$/],
    ['line breaks', `a${fill('<br>')}b`, /^a\n\nb$/],
    ['spaces and breaks in code', `<pre>a${fill(' \n')}b`, /^ {4}a\n+ {4}b$/],
    ['paragraphs', fill('<p>a'), /^a(\n\na)+$/],
    ['items at depth', '<ul>'.repeat(500) + fill('<li>a'), /^( {8}- a\n?)+$/],
    ['cells', `<table><tr>${fill('<td>')}a`, /a$/],
    ['forms', fill('<form>'), /^$/],
    ['closing paragraphs', fill('</p>'), /^$/],
    ['tags at depth', '<b>'.repeat(500) + fill('<i></i>'), /^$/],
    ['wide spans', fill('<td colspan=99999999 rowspan=99999999>'), /^[| ]*$/],
    ['prototype names', fill('<constructor __proto__=1 constructor=2>a</constructor>'), /^a+$/],
  ])('full of %s ends, within memory', (_, html, text) => {
    const result = read(html, null);
    expect(text.test(result)).toBe(true);
    expect(result.length).toBeLessThan(4 * SIZE_CHARS);
  });

  test('costs no more under the dearest selector', () => {
    const selector = Array.from({ length: 15 }, () => '* *').join(',');
    const longest = `${'* '.repeat(29)}*`;
    const html = '<div class=a>'.repeat(500) + fill('<i class=b></i>');
    expect(read(`${html}a`, selector)).toBe('a');
    expect(read(`${html}a`, longest)).toBe('a');
  });

  test('leaves well-formed Unicode without control characters', () => {
    const result = read(
      '<title>\ud800</title><p>\ufeffa\u0000b\ud83dc\udc00\u0007\u009f\u00ad&#0;&#x1b;&#xdc00;d<pre>\ud800\u0000',
    );
    expect(result.isWellFormed()).toBe(true);
    expect(result).toMatch(/^ab\ufffdc\ufffd{1,3}d\n\n {4}\ufffd$/);
  });
});
