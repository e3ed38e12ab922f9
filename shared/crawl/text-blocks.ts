/** Parts of a page a block of text can lie in, as bits. */
export const regions = { all: 1, page: 2, article: 4, main: 8, selected: 16 } as const;

export type BlockStyle = {
  readonly regions: number;
  /** 1 to 6, or 0 outside headings. */
  readonly heading: number;
  readonly isPre: boolean;
  readonly listDepth: number;
};

export type Gap = 'line' | 'blank';
type Block = { readonly text: string; readonly regions: number; readonly gap: Gap };

const INDENT = '  ';
const PRE_INDENT = '    '; // keeps a code comment's "#" from reading as a heading
const MAX_INDENTS = 4; // bounds what deep nesting can add to each line

/** Collects a page's text block by block; linear in what it is given. */
export class TextBlocks {
  readonly #blocks: Block[] = [];
  #parts: string[] = [];
  #hasWords = false;
  #needsSpace = false;
  #isRow = false;
  #marker = '';
  #gap: Gap = 'blank';
  #firstHeading = '';

  /** Adds running text; white space collapses as a browser's does. */
  addText(text: string): void {
    const words = text.replace(/\s+/g, ' ').trim();
    const isGlued = words !== '' && !/^\s/.test(text) && !this.#needsSpace;
    if (words !== '') {
      if (!isGlued && this.#parts.length > 0) this.#parts.push(' ');
      this.#parts.push(words);
      this.#hasWords = true;
    }
    this.#needsSpace = words === '' ? this.#needsSpace || text !== '' : /\s$/.test(text);
  }

  /** Adds preformatted text as it is. */
  addPre(text: string): void {
    this.#parts.push(text);
    this.#hasWords = true;
  }

  /** Ends a line within the paragraph. */
  breakLine(): void {
    this.#parts.push('\n');
    this.#needsSpace = false;
  }

  /** Starts a table's cell on the row's line. */
  startCell(): void {
    if (this.#isRow) this.#parts.push(' | ');
    this.#isRow = true;
    this.#needsSpace = false;
  }

  /** Sets what the next block of a list item starts with. */
  startItem(marker: string): void {
    this.#marker = marker;
  }

  endItem(): void {
    this.#marker = '';
  }

  /** Ends the block and says how far the next one stands off. */
  endBlock(style: BlockStyle, gap: Gap): void {
    const text = this.#hasWords ? this.#styled(this.#parts.join(''), style) : '';
    if (text !== '') {
      this.#blocks.push({ text, regions: style.regions, gap: this.#gap });
      this.#gap = 'line';
      if (style.heading === 1) this.#firstHeading ||= text.slice('# '.length);
    }
    if (gap === 'blank') this.#gap = 'blank';
    this.#parts = [];
    this.#hasWords = false;
    this.#needsSpace = false;
    this.#isRow = false;
  }

  /** The first top-level heading; empty when there is none. */
  get firstHeading(): string {
    return this.#firstHeading;
  }

  /** The text of one region; empty when it has none. */
  text(region: number): string {
    return this.#blocks
      .filter((block) => (block.regions & region) !== 0)
      .map(({ text, gap }, index) => (index === 0 ? text : `${gap === 'blank' ? '\n\n' : '\n'}${text}`))
      .join('');
  }

  #styled(text: string, { heading, isPre, listDepth }: BlockStyle): string {
    if (isPre) return indentPre(text);
    const lines = text
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (lines === '') return '';
    if (heading > 0) return styledHeading(lines, heading);
    if (listDepth === 0) return lines;
    const marker = this.#marker === '' ? INDENT : this.#marker;
    this.#marker = '';
    const indent = INDENT.repeat(Math.min(listDepth - 1, MAX_INDENTS));
    return `${indent}${marker}${lines.replace(/\n+/g, `\n${indent}${INDENT}`)}`;
  }
}

function styledHeading(text: string, level: number): string {
  const words = text.replace(/\s+/g, ' ').replace(/ ?¶$/, ''); // Sphinx's permalink
  return words === '' ? '' : `${'#'.repeat(level)} ${words}`;
}

function indentPre(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return lines
    .slice(first, last + 1)
    .map((line) => (line === '' ? '' : `${PRE_INDENT}${line}`))
    .join('\n');
}
