import { signal } from '@preact/signals';
import type { Synonyms } from '../../shared/api/synonyms.ts';
import { codeOf } from '../../client/http.ts';
import { api, messageOf, read } from '../api.ts';

/** What the tenant says means the same, newest first. */
export class SynonymList {
  readonly rows = signal<readonly Synonyms[]>([]);
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly problem = signal('');

  async load(): Promise<void> {
    if (this.state.value === 'failed') this.state.value = 'loading';
    try {
      const { data } = await read(api['knowledge-base'].synonyms.$get());
      this.rows.value = data;
      this.state.value = 'ready';
    } catch (error) {
      this.problem.value = messageOf(error);
      if (this.state.value === 'loading') this.state.value = 'failed';
    }
  }

  /** Errors: CallError. */
  async add(words: readonly string[]): Promise<void> {
    const { data } = await read(api['knowledge-base'].synonyms.$post({ json: { words: [...words] } }));
    this.rows.value = [data, ...this.rows.value];
  }

  /** Errors: CallError. */
  async change(id: string, words: readonly string[]): Promise<void> {
    const route = api['knowledge-base'].synonyms[':id'];
    const { data } = await read(route.$put({ param: { id }, json: { words: [...words] } }));
    this.rows.value = this.rows.value.map((row) => (row.id === id ? data : row));
  }

  /** One that is gone already counts. Errors: CallError. */
  async remove(id: string): Promise<void> {
    await read(api['knowledge-base'].synonyms[':id'].$delete({ param: { id } })).catch((error: unknown) => {
      if (codeOf(error) !== 'not_found') throw error;
    });
    this.rows.value = this.rows.value.filter((row) => row.id !== id);
  }
}
