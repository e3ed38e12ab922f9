type Ports = {
  fetchOne(id: string): Promise<void>;
  /** Fetches the list that is shown. */
  fetchList(): Promise<void>;
  failed(error: unknown): void;
};

/** Of more than so many at once, those are enough that the list shows. */
const mostAtOnce = 20;

/** Fetches the conversations of which events have told too little to show them. */
export class MissingSummaries {
  readonly #ports: Ports;
  readonly #ids = new Set<string>();
  #isFetching = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** One is missing. What comes while others are being fetched goes together after them. */
  async add(id: string): Promise<void> {
    this.#ids.add(id);
    if (this.#isFetching) return;
    this.#isFetching = true;
    while (this.#ids.size > 0) {
      const ids = [...this.#ids];
      this.#ids.clear();
      const { fetchOne, fetchList, failed } = this.#ports;
      const calls = ids.length > mostAtOnce ? [fetchList()] : ids.map(fetchOne);
      await Promise.all(calls.map((call) => call.catch(failed)));
    }
    this.#isFetching = false;
  }
}
