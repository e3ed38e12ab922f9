const messages = {
  invalid_url: 'This is not a web address. Give a full one that starts with https:// or http://.',
  address_not_public:
    'This address is not on the public internet. Give the address of a page that anyone can open in a browser.',
  unresolved: 'The name in this address could not be resolved. Check its spelling and try again.',
  unreachable: 'The page could not be reached. Check that it opens in a browser, then try again.',
  timeout: 'The page took too long to answer. Try again later, or paste its text instead.',
  too_many_redirects: 'The page redirects too often. Give the address that the browser ends on.',
  http_status: 'The page answered with an error. Check that it opens without signing in.',
  content_type: 'This address is not a web page. Only HTML, plain text and Markdown can be read.',
  too_large: 'The page is too large to read. Give the address of a smaller page, or paste its text instead.',
  too_much_text: 'The page holds more text than one entry can. Choose a part of it with a selector.',
  too_complex: 'The page is nested too deeply to read. Paste its text instead.',
  invalid_selector:
    'The selector is not understood. Use tag names, #id, .class and [attribute="value"], joined by a space, ">" or ",".',
  selector_no_match:
    'The selector matches nothing on the page. Check it against the page source; parts drawn by JavaScript are not there.',
  empty: 'No readable text was found. If the page is drawn by JavaScript, paste its text instead.',
} as const;

/** Why a crawl failed; stable. */
export type CrawlFailure = keyof typeof messages;

/** Ends a crawl; its message is safe to show and says what to do. */
export class CrawlError extends Error {
  readonly reason: CrawlFailure;

  constructor(reason: CrawlFailure, message: string = messages[reason]) {
    super(message);
    this.name = 'CrawlError';
    this.reason = reason;
  }
}
