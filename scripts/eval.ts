import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { type KnowledgeClient, knowledgeClient, newTenant } from './eval-client.ts';
import { type EvalData, type EvalEntry, padding, readData, seeded, sentencePadding } from './eval-data.ts';
import { percentile, rankingMeasures, shareOf } from './eval-measures.ts';
import { root } from './paths.ts';
import { startStack } from './stack.ts';

export const usage = `npm run eval -- --data DIR [--url URL] [--sizes 1,3,10,250,10000] [--padding words,sentences]
  [--embeddings URL --embedding-model NAME]
DIR holds entries.json, questions.json and unanswerable.json, or is one file with all three; docs/evaluation.md says how.
Without --url a stack is started on free ports, over an empty database that is gone afterwards. With an embedding model a
second one is started that searches by meaning too; EMBEDDING_API_KEY is the model's key.`;

/** Entries are sent side by side in a few requests; more would only queue at the database's one writer. */
const writers = 4;
/** In a small base each question has its own entries, and is asked beside this many that nothing answers. */
const unanswerablePerBase = 4;
const smallBase = 100;

/** A way of searching that is measured, by its name in what is printed. */
type Way = { name: string; newBase: () => Promise<KnowledgeClient> };
type Bench = Way & Subject;
type Subject = { data: EvalData; fillings: Filling[] };
/** What makes a base larger than the data are. */
type Filling = { name: string; entries(passages: number): EvalEntry[] };
type Figures = { answered: boolean[]; declined: boolean[] };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      url: { type: 'string' },
      sizes: { type: 'string', default: '1,3,10,250,10000' },
      padding: { type: 'string', default: 'words,sentences' },
      embeddings: { type: 'string' },
      'embedding-model': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || !values.data) return console.log(usage);
  const subject = subjectOf(values.data, values.padding.split(','));
  const sizes = values.sizes.split(',').map(Number);
  if (values.url) return evaluate(subject, [{ name: 'search', newBase: baseAt(values.url) }], sizes);
  build();
  await withStack({}, async (words) => {
    const lexical = { name: 'lexical', newBase: baseAt(words) };
    const vars = embeddingVars(values);
    if (vars === null) return evaluate(subject, [lexical], sizes);
    await withStack(vars, (both) =>
      evaluate(subject, [lexical, { name: 'hybrid', newBase: baseAt(both) }], sizes),
    );
  });
}

type EmbeddingFlags = { embeddings?: string | undefined; 'embedding-model'?: string | undefined };

function embeddingVars({
  embeddings,
  'embedding-model': model,
}: EmbeddingFlags): Record<string, string> | null {
  if (embeddings === undefined && model === undefined) return null;
  if (!embeddings || !model) throw new Error('--embeddings and --embedding-model go together.');
  const key = process.env['EMBEDDING_API_KEY'];
  const named = { EMBEDDING_BASE_URL: embeddings, EMBEDDING_MODEL: model };
  return key ? { ...named, EMBEDDING_API_KEY: key } : named;
}

async function withStack(vars: Record<string, string>, use: (url: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chatly-eval-'));
  const stack = await startStack({ dataDir, port: 0, libsqlPort: 0, vars });
  try {
    await use(stack.url);
  } finally {
    await stack.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function baseAt(url: string) {
  return async () => knowledgeClient(url, await newTenant(url));
}

async function evaluate({ data, fillings }: Subject, ways: Way[], sizes: number[]): Promise<void> {
  const { entries, questions, unanswerable } = data;
  console.log(
    `${entries.length} entries (${passagesIn(entries)} passages), ${questions.length} questions, ${unanswerable.length} unanswerable`,
  );
  console.log('The whole set:');
  const benches = ways.map((way) => ({ ...way, data, fillings }));
  for (const bench of benches) await wholeBase(bench, entries);
  for (const size of sizes) {
    console.log(`${size} passages:`);
    for (const bench of benches) await ofSize(bench, size);
  }
}

async function ofSize(bench: Bench, size: number): Promise<void> {
  const { entries } = bench.data;
  const passages = passagesIn(entries);
  if (size < smallBase) await smallBases(bench, size);
  else if (size < passages) await wholeBase(bench, entriesFor(bench.data, size));
  else for (const filling of bench.fillings) await filledBase(bench, filling, size - passages);
}

async function filledBase(bench: Bench, filling: Filling, passages: number): Promise<void> {
  const entries = [...bench.data.entries, ...filling.entries(passages)];
  await wholeBase({ ...bench, name: `${bench.name}, ${filling.name}` }, entries);
}

function subjectOf(path: string, paddings: string[]): Subject {
  const data = readData(path);
  const folder = join(root, 'tests/fixtures/questions');
  const files = readdirSync(folder).map((file) => join(folder, file));
  const others = files.filter((file) => file !== resolve(path)).map(readData);
  const fillings = [
    { name: 'words', entries: (passages: number) => padding(data, passages) },
    { name: 'sentences', entries: (passages: number) => sentencePadding(others, passages) },
  ];
  return { data, fillings: fillings.filter(({ name }) => paddings.includes(name)) };
}

const passagesIn = (entries: EvalEntry[]) => entries.reduce((sum, each) => sum + each.passages, 0);

/** One base with these entries: every question that they can answer, and every unanswerable one. */
async function wholeBase({ name, data, newBase }: Bench, entries: EvalEntry[]): Promise<void> {
  const base = await newBase();
  const ids = await addAll(base, entries);
  const inside = new Set(entries.map(({ id }) => id));
  const questions = data.questions.filter(({ relevant }) => relevant.every((id) => inside.has(id)));
  const searches = [];
  const figures: Figures = { answered: [], declined: [] };
  for (const { question, relevant } of questions) {
    const { found, ms } = await base.search(question);
    searches.push({ found: found.map((id) => ids.get(id) ?? ''), relevant, ms });
    figures.answered.push((await base.ask(question)).decision === 'answer');
  }
  for (const question of data.unanswerable)
    figures.declined.push((await base.ask(question)).decision === 'decline');
  const times = searches.map(({ ms }) => ms);
  print(name, {
    ...rankingMeasures(searches),
    ...shares(figures),
    'p50 ms': percentile(times, 0.5),
    'p95 ms': percentile(times, 0.95),
  });
}

/** For each question a base of its own: one entry that answers it, others up to the size. */
async function smallBases({ name, data, newBase }: Bench, size: number): Promise<void> {
  const base = await newBase();
  const figures: Figures = { answered: [], declined: [] };
  const random = seeded(size);
  let asked = 0;
  for (const { question, relevant } of data.questions) {
    const entries = smallBaseFor(data, relevant, size, random);
    if (!entries) continue;
    const ids = await addAll(base, entries);
    figures.answered.push((await base.ask(question)).decision === 'answer');
    for (let i = 0; i < unanswerablePerBase && data.unanswerable.length > 0; i += 1) {
      const other = data.unanswerable[asked++ % data.unanswerable.length] ?? '';
      figures.declined.push((await base.ask(other)).decision === 'decline');
    }
    for (const id of ids.keys()) await base.remove(id);
  }
  print(name, { bases: figures.answered.length, ...shares(figures) });
}

function smallBaseFor(
  { entries }: EvalData,
  relevant: string[],
  size: number,
  random: () => number,
): EvalEntry[] | null {
  const first = entries
    .filter(({ id }) => relevant.includes(id))
    .toSorted((a, b) => a.passages - b.passages)[0];
  if (!first || first.passages > size) return null;
  const chosen = [first];
  let passages = first.passages;
  const others = entries
    .filter(({ id }) => !relevant.includes(id))
    .map((entry) => ({ entry, order: random() }));
  for (const { entry } of others.toSorted((a, b) => a.order - b.order)) {
    if (passages + entry.passages > size) continue;
    chosen.push(entry);
    passages += entry.passages;
  }
  return chosen;
}

/** The entries of the first questions, until they make this many passages; those that are too long are left out. */
function entriesFor({ entries, questions }: EvalData, size: number): EvalEntry[] {
  const wanted = [...new Set(questions.flatMap(({ relevant }) => relevant)), ...entries.map(({ id }) => id)];
  const chosen = new Map<string, EvalEntry>();
  let passages = 0;
  for (const id of wanted) {
    const entry = entries.find((each) => each.id === id);
    if (!entry || chosen.has(id) || passages + entry.passages > size) continue;
    chosen.set(id, entry);
    passages += entry.passages;
  }
  return [...chosen.values()];
}

async function addAll(base: KnowledgeClient, entries: EvalEntry[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const left = entries.values();
  const work = async () => {
    for (const { id, input } of left) ids.set(await base.add(input), id);
  };
  await Promise.all(Array.from({ length: writers }, work));
  await base.ready();
  return ids;
}

function shares({ answered, declined }: Figures) {
  return { answered: shareOf(answered), declined: shareOf(declined) };
}

function print(name: string, figures: Record<string, number>): void {
  const cells = Object.entries(figures).map(
    ([key, value]) => `${key} ${Number.isInteger(value) && value > 1 ? value : value.toFixed(3)}`,
  );
  console.log(`  ${name.padEnd(8)} ${cells.join(' · ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
