export type Groupable = { author: string; createdAt: string };
export type Grouped<T> = { item: T; startsDay: boolean; startsGroup: boolean; endsGroup: boolean };

const togetherMs = 2 * 60_000;

/** Marks where a day begins, and which messages of one author stand within two minutes of each other. */
export function group<T extends Groupable>(items: T[]): Grouped<T>[] {
  return items.map((item, at) => {
    const startsGroup = !areTogether(items[at - 1], item);
    return {
      item,
      startsDay: !isSameDay(items[at - 1], item),
      startsGroup,
      endsGroup: !areTogether(item, items[at + 1]),
    };
  });
}

function areTogether(one: Groupable | undefined, next: Groupable | undefined): boolean {
  if (!one || !next || one.author !== next.author || !isSameDay(one, next)) return false;
  return Math.abs(Date.parse(next.createdAt) - Date.parse(one.createdAt)) <= togetherMs;
}

function isSameDay(one: Groupable | undefined, next: Groupable): boolean {
  return (
    one !== undefined && new Date(one.createdAt).toDateString() === new Date(next.createdAt).toDateString()
  );
}
