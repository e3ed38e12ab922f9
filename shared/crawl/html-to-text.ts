import { Parser } from 'htmlparser2';
import { cleanText } from './clean-text.ts';
import { CrawlError } from './crawl-error.ts';
import { nestingDepth } from './limits.ts';
import { blockElements, cellElements } from './page-elements.ts';
import { gapAfter, gapBefore, nextMarker, openFrame, rootFrame } from './page-frames.ts';
import type { Frame } from './page-frames.ts';
import { parseSelector } from './selector.ts';
import type { Selector } from './selector.ts';
import { regions, TextBlocks } from './text-blocks.ts';

export type PageText = { readonly title: string; readonly text: string };

/** Without a selector, the first of these that holds any text is the page. */
const preferredRegions = [regions.main, regions.article, regions.page, regions.all];

/**
 * Turns HTML into text with `#` headings, `-` and `1.` lists and `a | b` table rows: of the selected part, else of the
 * main one. One pass, linear in the page; throws CrawlError. `title` is the page's own or its first h1, uncut.
 */
export function htmlToText(html: string, selector: string | null): PageText {
  const reader = new PageReader(selector === null ? null : parseSelector(selector));
  new Parser(reader).end(html);
  return reader.result();
}

/** Receives the parser's events and writes the blocks. */
class PageReader {
  readonly #selector: Selector | null;
  readonly #blocks = new TextBlocks();
  readonly #frames: Frame[] = [rootFrame];
  #titleFrame: Frame | null = null;
  #title = '';
  #hasSelected = false;

  constructor(selector: Selector | null) {
    this.#selector = selector;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#frames.length > nestingDepth) throw new CrawlError('too_complex');
    const parent = this.#top();
    const frame = openFrame(parent, name, attributes, this.#selector);
    this.#frames.push(frame);
    if (name === 'title' && !parent.isHidden) this.#titleFrame ??= frame;
    if (frame.isHidden) return;
    if ((frame.regions & regions.selected) !== 0) this.#hasSelected = true;
    if (frame.isBoundary) this.#blocks.endBlock(parent, gapBefore(frame));
    else if (blockElements.has(name) && !frame.isPre) this.#blocks.addText(' ');
    if (name === 'br') this.#breakLine(frame);
    if (cellElements.has(name)) this.#blocks.startCell();
    if (name === 'li') this.#blocks.startItem(nextMarker(frame));
  }

  ontext(text: string): void {
    const frame = this.#top();
    if (frame === this.#titleFrame) this.#title += text;
    if (frame.isHidden) return;
    if (frame.isPre) this.#blocks.addPre(text);
    else this.#blocks.addText(text);
  }

  onclosetag(): void {
    const frame = this.#frames.length > 1 ? this.#frames.pop() : undefined;
    if (frame === undefined || frame.isHidden) return;
    if (frame.isBoundary) this.#blocks.endBlock(frame, gapAfter(frame));
    else if (blockElements.has(frame.name)) this.#softBreak(frame);
    if (frame.name === 'li') this.#blocks.endItem();
  }

  result(): PageText {
    this.#blocks.endBlock(rootFrame, 'blank');
    if (this.#selector !== null && !this.#hasSelected) throw new CrawlError('selector_no_match');
    const wanted = this.#selector === null ? preferredRegions : [regions.selected];
    const text = this.#firstText(wanted);
    return { title: this.#title.trim() || this.#blocks.firstHeading, text };
  }

  #firstText(wanted: readonly number[]): string {
    for (const region of wanted) {
      const text = cleanText(this.#blocks.text(region)).trimEnd();
      if (text !== '') return text;
    }
    return '';
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? rootFrame;
  }

  /** Parts text where a block may not end: in a cell, a heading or code. */
  #softBreak(frame: Frame): void {
    if (frame.isPre) this.#blocks.addPre('\n');
    else this.#blocks.addText(' ');
  }

  #breakLine(frame: Frame): void {
    if (frame.isPre || frame.isCell || frame.heading > 0) this.#softBreak(frame);
    else this.#blocks.breakLine();
  }
}
