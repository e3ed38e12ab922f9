import {
  asideElements,
  asideRoles,
  blockElements,
  cellElements,
  hardElements,
  headingLevel,
  hiddenElements,
  listElements,
  tightElements,
} from './page-elements.ts';
import type { Selector, SelectorState } from './selector.ts';
import { selectorStart } from './selector.ts';
import type { BlockStyle, Gap } from './text-blocks.ts';
import { regions } from './text-blocks.ts';

type Attributes = Readonly<Record<string, string>>;
type List = { readonly isOrdered: boolean; items: number };

/** An open element, and what it hands down to those inside it. */
export type Frame = BlockStyle & {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isAside: boolean;
  readonly isCell: boolean;
  /** Whether its start and end also end the block of text around it. */
  readonly isBoundary: boolean;
  readonly list: List | null;
  readonly selector: SelectorState;
};

export const rootFrame: Frame = {
  name: '',
  regions: regions.all | regions.page,
  heading: 0,
  isPre: false,
  listDepth: 0,
  isHidden: false,
  isAside: false,
  isCell: false,
  isBoundary: true,
  list: null,
  selector: selectorStart,
};

/** Works out what an element means where it stands. */
export function openFrame(
  parent: Frame,
  name: string,
  attributes: Attributes,
  selector: Selector | null,
): Frame {
  if (parent.isHidden || isHiddenHere(parent, name, attributes)) return { ...parent, name, isHidden: true };
  const state = selector?.enter(parent.selector, name, attributes) ?? selectorStart;
  const isAside = asideElements.has(name) || asideRoles.has(attributes['role'] ?? '');
  const inside =
    (isAside || name === 'form' ? regions.all : parent.regions) | entered(parent, name, attributes);
  const ownRegions = selector?.matches(state) === true ? inside | regions.selected : inside;
  const isBoundary = ownRegions !== parent.regions || endsBlock(parent, name);
  const isList = listElements.has(name);
  return {
    name,
    regions: ownRegions,
    heading: headingLevel(name) || (isBoundary && name !== 'div' ? 0 : parent.heading),
    isPre: parent.isPre || name === 'pre',
    listDepth: parent.listDepth + (isList ? 1 : 0),
    isHidden: false,
    isAside: parent.isAside || isAside,
    isCell: cellElements.has(name) || (parent.isCell && name !== 'table'),
    isBoundary,
    list: isList ? { isOrdered: name === 'ol', items: 0 } : parent.list,
    selector: state,
  };
}

/** How far an element's text stands off what is before it. */
export function gapBefore(frame: Frame): Gap {
  return frame.name === 'dt' ? 'blank' : gapAfter(frame);
}

/** How far an element's text stands off what is after it. */
export function gapAfter({ name, heading, isPre, listDepth }: Frame): Gap {
  if (tightElements.has(name)) return 'line';
  if (heading > 0 || isPre || name === 'table') return 'blank';
  return listDepth > (listElements.has(name) ? 1 : 0) ? 'line' : 'blank';
}

/** What the next item of a list starts with. */
export function nextMarker({ list }: Frame): string {
  if (list === null || !list.isOrdered) return '- ';
  list.items += 1;
  return `${list.items}. `;
}

/** Decoration and controls are hidden, but not a button that opens an answer: it holds the question. */
function isHiddenHere(parent: Frame, name: string, attributes: Attributes): boolean {
  if (hiddenElements.has(name) || attributes['aria-hidden'] === 'true') return true;
  const opens = Object.hasOwn(attributes, 'aria-expanded') || Object.hasOwn(attributes, 'aria-controls');
  return name === 'button' && parent.heading === 0 && !opens;
}

/** A form may wrap a whole page, so an article in it still counts; one inside an aside is a teaser. */
function entered(parent: Frame, name: string, attributes: Attributes): number {
  const role = attributes['role'];
  if (name === 'main' || role === 'main') return regions.main;
  return (name === 'article' || role === 'article') && !parent.isAside ? regions.article : 0;
}

function endsBlock(parent: Frame, name: string): boolean {
  if (!blockElements.has(name) || parent.isPre) return false;
  if (hardElements.has(name)) return true;
  return !parent.isCell && (parent.heading === 0 || name !== 'div');
}
