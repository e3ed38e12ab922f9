/** JSON text that SQLite rendered, standing for a value of type T: passed on as it is, never parsed on the way. */
export type Json<T> = string & { readonly rendered: T };

function isRendered<T>(value: unknown): value is Json<T> {
  return typeof value === 'string';
}

/** Takes a column that the store's own SQL rendered as JSON; anything else is a defect of that SQL. */
export function rendered<T>(value: unknown): Json<T> {
  if (isRendered<T>(value)) return value;
  throw new TypeError('The statement did not render JSON.');
}

/** The contract's envelope around a rendered value. */
export function inEnvelope<T>(json: Json<T>): Json<{ data: T }> {
  return rendered(`{"data":${json}}`);
}

/** The contract's envelope with a word for the person. */
export function withMessage<T>(message: string, json: Json<T>): Json<{ message: string; data: T }> {
  return rendered(`{"message":${JSON.stringify(message)},"data":${json}}`);
}
