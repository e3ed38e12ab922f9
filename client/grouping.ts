export type Groupable = { author: string; createdAt: string };
export type Grouped<T> = { item: T; startsDay: boolean; startsGroup: boolean };

const togetherMs = 2 * 60_000;

/** Marks where a day begins, and which messages of one author stand within two minutes of each other. */
export function group<T extends Groupable>(items: T[]): Grouped<T>[] {
  let before: Groupable | undefined;
  return items.map((item) => {
    const last = before;
    before = item;
    const startsDay = !last || dayOf(last) !== dayOf(item);
    const isLater = !last || Math.abs(Date.parse(item.createdAt) - Date.parse(last.createdAt)) > togetherMs;
    return { item, startsDay, startsGroup: startsDay || isLater || last.author !== item.author };
  });
}

const dayOf = ({ createdAt }: Groupable) => new Date(createdAt).toDateString();
