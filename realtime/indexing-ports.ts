import * as z from 'zod';
import type { EmbeddingModel } from '../shared/answers/embedding-model.ts';
import type { TenantId } from '../shared/ids.ts';
import type { Database } from '../shared/store/database.ts';
import { type EmbeddingStore, embeddingStore } from '../shared/store/embedding-store.ts';
import type { IndexingPorts } from './indexing.ts';
import type { HostRoom } from './room-ports.ts';

const key = 'setback';
const Stored = z.object({ model: z.string(), failures: z.int(), retryAtMs: z.number() });

type Parts = { db: Database; model: EmbeddingModel; tenant: () => Promise<TenantId | null> };

/** What embeds the knowledge of a room's tenant, over what the room's host offers. */
export function indexingPorts(storage: HostRoom['storage'], { db, model, tenant }: Parts): IndexingPorts {
  const ifKnown = async <T>(use: (store: EmbeddingStore) => Promise<T>, otherwise: T): Promise<T> => {
    const tenantId = await tenant();
    return tenantId ? use(embeddingStore(db, tenantId)) : otherwise;
  };
  return {
    model,
    store: {
      pending: (...asked) => ifKnown((store) => store.pending(...asked), { passages: [], references: [] }),
      keepPassages: (...kept) => ifKnown((store) => store.keepPassages(...kept), undefined),
      keepReferences: (...kept) => ifKnown((store) => store.keepReferences(...kept), undefined),
      giveUp: (...said) => ifKnown((store) => store.giveUp(...said), undefined),
    },
    setback: {
      read: async () => Stored.safeParse(await storage.get(key)).data ?? null,
      write: (setback) => storage.put(key, setback),
      forget: async () => void (await storage.delete([key])),
    },
  };
}
