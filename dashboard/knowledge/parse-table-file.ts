import Papa from 'papaparse';
import { type DraftEntry, pairDraft, textDraft } from './draft-entries.ts';

/** The names under which tables from elsewhere keep what an entry is made of. */
const columns = {
  question: ['question', 'q', 'frage', 'prompt'],
  answer: ['answer', 'a', 'antwort', 'response', 'reply'],
  title: ['title', 'name', 'heading', 'subject', 'titel'],
  content: ['content', 'text', 'body', 'article', 'inhalt'],
};

type Field = keyof typeof columns;

const wanted = 'Its first line must name the columns “question” and “answer”, or “title” and “content”.';

/** One entry for each row of a table with columns for question and answer, or for title and content. */
export function parseTableFile(name: string, text: string): DraftEntry[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [head = [], ...rows] = data;
  const at = (field: Field) => head.findIndex((title) => columns[field].includes(title.trim().toLowerCase()));
  const [question, answer, title, content] = [at('question'), at('answer'), at('title'), at('content')];
  const hasPairs = question >= 0 && answer >= 0;
  if (!hasPairs && content < 0) return [{ name, problem: wanted }];
  if (rows.length === 0) return [{ name, problem: 'There is no row below the first line.' }];
  return rows.map((row, index) => {
    const rowName = `${name}, row ${index + 2}`;
    const cell = (column: number) => row[column] ?? '';
    return hasPairs
      ? pairDraft(rowName, cell(question), cell(answer))
      : textDraft(rowName, cell(title), cell(content));
  });
}
