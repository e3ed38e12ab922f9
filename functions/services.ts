import type { TenantId } from '../shared/ids.ts';
import type { Operator, Visitor } from '../shared/principal.ts';
import { openDatabase } from '../shared/store/database.ts';
import { invitationStore } from '../shared/store/invitation-store.ts';
import { ownerStore } from '../shared/store/owner-store.ts';
import { platformStore } from '../shared/store/platform-store.ts';
import { publicStore } from '../shared/store/public-store.ts';
import { tenantStore } from '../shared/store/tenant-store.ts';
import { visitorStore } from '../shared/store/visitor-store.ts';
import { credentialVerifier, tokenKey } from '../shared/tokens.ts';
import { embeddingOf, modelOf } from '../shared/config.ts';
import type { Bindings, Config } from './env.ts';
import { roomClient } from './room-client.ts';
import { publicWidgets } from './widget/public-widget.ts';

/** What handlers are made with. The database is no part of it: only stores that are bound to somebody are. */
export function createServices(config: Config, bindings: Bindings) {
  const db = openDatabase({ url: config.LIBSQL_URL, authToken: config.LIBSQL_AUTH_TOKEN });
  const credentials = tokenKey(config.TOKEN_SECRET);
  const embedding = embeddingOf(config);
  const publicStoreOf = (tenantId: TenantId) => publicStore(db, tenantId);
  return {
    config,
    bindings,
    keys: { credentials, tickets: tokenKey(config.ROOM_SECRET) },
    verifyCredential: credentialVerifier(credentials),
    platform: platformStore(db),
    operatorStore: (operator: Operator) => tenantStore(db, operator, embedding?.name ?? null),
    ownerStore: (operator: Operator) => ownerStore(db, operator),
    invitationStore: (tenantId: TenantId, tokenHash: string) => invitationStore(db, tenantId, tokenHash),
    visitorStore: (visitor: Visitor) => visitorStore(db, visitor),
    publicStore: publicStoreOf,
    /** The public face of widgets, as pages get it. */
    shown: publicWidgets({ config, publicStore: publicStoreOf }),
    rooms: roomClient(config, bindings),
    /** Drafts for operators; visitors are answered by their room. */
    model: modelOf(config),
    /** What finds by meaning beside words; the knowledge itself is embedded by the tenant's room. */
    embedding,
  };
}

export type Services = ReturnType<typeof createServices>;
