/** How HTML's elements read as text; names are lower-case, as the parser gives them. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Never text for a reader. */
export const hiddenElements = words(
  'script style noscript template svg math canvas iframe object embed audio video map select option datalist textarea input meter progress dialog title',
);

/** Around the content, not of it. */
export const asideElements = words('nav aside footer search');
export const asideRoles = words('navigation complementary contentinfo search');

/** Start and end a paragraph. */
export const blockElements = words(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul',
);

/** Stand on lines of their own even inside a table cell; the rest only put a space there. */
export const hardElements = words('h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd pre table tr caption hr');

export const listElements = words('ul ol menu dir');
export const cellElements = words('td th');

/** Follow the line before without a blank line. */
export const tightElements = words('li tr dt dd thead tbody tfoot');

const HEADING = /^h([1-6])$/;

/** The level of a heading element; 0 for any other. */
export function headingLevel(name: string): number {
  return Number(HEADING.exec(name)?.[1] ?? 0);
}
