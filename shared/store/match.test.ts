import { describe, expect, it } from 'vitest';
import { migratedDatabase } from '../../tests/support/query-plan.ts';
import { indexedAs } from './match.ts';

describe('a word as the index holds it', () => {
  it('is what the index itself makes of it, letter by letter, or not said to be certain', () => {
    const db = migratedDatabase();
    const known = new Map<number, string>();
    for (let point = 0x20; point < 0x30000; point += 1) {
      const term = indexedAs(String.fromCodePoint(point));
      if (term !== null) known.set(point, term);
    }
    const insert = db.prepare('INSERT INTO messages_fts (rowid, content) VALUES (?, ?)');
    for (const point of known.keys()) insert.run(point, `a${String.fromCodePoint(point)}b`);
    const held: unknown[] = db.prepare('SELECT doc, term FROM messages_vocabulary').raw(true).all();
    expect(new Map(held.map((row) => [Object(row)[0], Object(row)[1]]))).toEqual(
      new Map([...known].map(([point, term]) => [point, `a${term}b`])),
    );
    expect(held).toHaveLength(known.size);
    expect(known.size).toBeGreaterThan(400);
  });

  it.each([
    ['Größe', 'große'],
    ['CAFÉ', 'cafe'],
    ['Đường', 'đuong'],
    ['Йод', 'йод'],
    ['cafe\u0301', null],
    ['ΣΟΦΟΣ', null],
    ['返金', null],
    ['', null],
  ])('of %j is %j', (word, term) => {
    expect(indexedAs(word)).toBe(term);
  });
});
