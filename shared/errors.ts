export const errorCodes = [
  'invalid_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'internal',
  'unavailable',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export type Issue = { path: string; message: string };

const defaultMessages: Record<ErrorCode, string> = {
  invalid_request: 'The request is not valid.',
  unauthorized: 'Sign in first: the credential is missing, wrong or no longer valid.',
  forbidden: 'This is not allowed.',
  not_found: 'There is no such thing here.',
  method_not_allowed: 'This address does not take that method.',
  conflict: 'This is in conflict with what is stored.',
  payload_too_large: 'The request is too large.',
  unsupported_media_type: 'Send JSON, with the header content-type: application/json.',
  rate_limited: 'Too many attempts. Wait a little, then try again.',
  internal: 'Something went wrong on our side. Try again; if it stays, tell us the request id.',
  unavailable: 'A part of the service cannot be reached just now. Try again in a moment.',
};

export type ErrorDetails = {
  message?: string;
  issues?: Issue[];
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** A refusal that may be shown to the outside; both transports map its stable `code`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: Issue[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(
      details.message ?? defaultMessages[code],
      details.cause === undefined ? {} : { cause: details.cause },
    );
    this.name = 'AppError';
    this.code = code;
    this.issues = details.issues;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Whether a text from elsewhere (a database error, a frame) is one of our codes. */
export function isErrorCode(value: string | undefined): value is ErrorCode {
  return errorCodes.some((code) => code === value);
}
