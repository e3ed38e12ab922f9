import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import { limits } from '../shared/limits.ts';
import { Principal } from '../shared/principal.ts';
import { readTicket } from '../shared/tickets.ts';
import type { TokenKey } from '../shared/tokens.ts';

/** Carries the proved principal from the handshake to the room; what a client sends under this name is overwritten. */
const principalHeader = 'x-chatly-principal';
const handshakeHeaders = [
  'upgrade',
  'connection',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
];

type Handshake = { url: string; headers: { get(name: string): string | null } };
type Door = {
  key: TokenKey;
  tenantId: string;
  /** Asks the room whether the ticket is used for the first time: 204, or 409 where it is not. */
  claim(ticketId: string): Promise<{ status: number }>;
};

/**
 * Judges a WebSocket handshake before the room hears of it: a refusal, or the request as the room may see it, without
 * the ticket and with a connection id of our own (clients could otherwise choose one that is another's tag).
 */
export async function admit(request: Handshake, { key, tenantId, claim }: Door): Promise<Request | Response> {
  try {
    const url = new URL(request.url);
    const ticket = url.searchParams.get('ticket') ?? '';
    const origin = request.headers.get('origin');
    // The origin is kept in the socket's state, whose size is limited.
    if (origin !== null && origin.length > limits.room.originChars) throw new AppError('unauthorized');
    const { principal, ticketId } = await readTicket(key, ticket, { tenantId, origin });
    requireFirstUse(await claim(ticketId));
    const headers = new Headers({ [principalHeader]: JSON.stringify(principal) });
    for (const name of handshakeHeaders) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Request(`${url.origin}${url.pathname}?_pk=${newId('con')}`, { headers });
  } catch (error) {
    return refusal(error);
  }
}

function requireFirstUse({ status }: { status: number }): void {
  if (status === 409) throw new AppError('unauthorized');
  if (status !== 204) throw new AppError('unavailable');
}

/** The contract's failure over HTTP, for what never reaches the HTTP side: nothing but code and showable message. */
export function refusal(error: unknown): Response {
  const known = error instanceof AppError ? error : new AppError('unavailable', { cause: error });
  const requestId = newId('req');
  if (known !== error) {
    console.error(JSON.stringify({ event: 'handshake_failed', requestId, reason: String(error) }));
  }
  const status = known.code === 'unauthorized' ? 401 : known.code === 'not_found' ? 404 : 503;
  return Response.json({ message: known.message, code: known.code, requestId }, { status });
}

/** The principal that `admit` proved. Errors: a ZodError on a request that never went through it. */
export function provedPrincipal({ headers }: Pick<Handshake, 'headers'>): Principal {
  return Principal.parse(JSON.parse(headers.get(principalHeader) ?? 'null'));
}
