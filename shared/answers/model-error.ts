/** Why no answer came: what the room does next depends on it alone. */
export type ModelFailure = 'unreachable' | 'refused' | 'busy' | 'timeout' | 'cut' | 'cancelled';

const sayings: Record<ModelFailure, string> = {
  unreachable: 'The model server did not answer as it should.',
  refused: 'The model server refused the request.',
  busy: 'The model server is busy.',
  timeout: 'The model server took too long.',
  cut: 'The answer broke off before its end.',
  cancelled: 'The answer is no longer wanted.',
};

export type ModelErrorDetails = {
  status?: number | undefined;
  /** How long the server wants to be left alone. */
  retryAfterMs?: number | undefined;
};

/** Holds nothing the server or the platform said: that could be the key, in an error about a header. */
export class ModelError extends Error {
  readonly reason: ModelFailure;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(reason: ModelFailure, { status, retryAfterMs }: ModelErrorDetails = {}) {
    super(status === undefined ? sayings[reason] : `${sayings[reason]} (HTTP ${status})`);
    this.name = 'ModelError';
    this.reason = reason;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
