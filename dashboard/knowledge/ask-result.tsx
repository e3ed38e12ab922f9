import type { Asked } from '../../shared/api/knowledge-base.ts';
import { pathTo } from '../parse-route.ts';
import { Icon } from '../ui/icon.tsx';

const reasons: Record<Asked['reason'], string> = {
  found: 'The knowledge holds an answer.',
  nothing_found: 'No entry has these words in common with the question.',
  too_little_in_common: 'What was found has too little in common with the question.',
  asks_for_person: 'It asks for a person.',
  only_chats: 'It is small talk, which no entry is meant to answer.',
};

/** What the bot decided, what it would say, and the passages it decided by. */
export function AskResult({ question, result }: { question: string; result: Asked }) {
  const { decision, reason, score, threshold, answer, citations, passages } = result;
  const isAnswered = decision === 'answer';
  return (
    <div class="ask-result">
      <p class="muted" dir="auto">
        “{question}”
      </p>
      <div class={`verdict ${decision}`}>
        <Icon name={isAnswered ? 'check' : 'person'} />
        <div>
          <h2>{isAnswered ? 'The bot answers' : 'The bot hands over to a person'}</h2>
          <p>{reasons[reason]}</p>
        </div>
      </div>
      <Sureness score={score} threshold={threshold} />
      {answer !== null && (
        <section class="stack" aria-labelledby="ask-answer">
          <h2 id="ask-answer">Its answer</h2>
          <p class="ask-answer" dir="auto">
            {answer}
          </p>
          {citations.length > 0 && (
            <ol class="ask-sources" aria-label="Sources">
              {citations.map(({ entryId, title }, at) => (
                <li key={`${entryId}-${at}`}>
                  <a href={pathTo('knowledge', entryId)} dir="auto">
                    {title}
                  </a>
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      <Passages passages={passages} />
    </div>
  );
}

/** How sure the search is, beside what it takes to answer. */
function Sureness({ score, threshold }: { score: number; threshold: number }) {
  const percent = (share: number) => `${Math.round(Math.min(1, share) * 100)}%`;
  return (
    <div class="sureness">
      <div>
        <span>Sure by</span> <strong class="figure">{percent(score)}</strong>
        <span class="muted">, answers from {percent(threshold)}</span>
      </div>
      <div class="sureness-bar" aria-hidden="true">
        <span class={score >= threshold ? 'enough' : ''} style={{ inlineSize: percent(score) }} />
        <i style={{ insetInlineStart: percent(threshold) }} />
      </div>
    </div>
  );
}

function Passages({ passages }: Pick<Asked, 'passages'>) {
  const best = Math.max(...passages.map(({ score }) => score), Number.MIN_VALUE);
  if (passages.length === 0) {
    return (
      <p class="muted">
        Nothing was found. <a href={pathTo('knowledge', 'new-qa')}>Write an entry that answers it.</a>
      </p>
    );
  }
  return (
    <section class="stack" aria-labelledby="ask-passages">
      <h2 id="ask-passages">Found, the best first</h2>
      <ol class="passages">
        {passages.map(({ entryId, title, passage, score }, at) => (
          <li key={`${entryId}-${at}`}>
            <div class="passage-head">
              <a href={pathTo('knowledge', entryId)} dir="auto">
                {title}
              </a>
              <span class="passage-score figure" title="Comparable within this answer only">
                <span aria-hidden="true" class="passage-bar">
                  <span style={{ inlineSize: `${Math.round((score / best) * 100)}%` }} />
                </span>
                {score.toFixed(2)}
              </span>
            </div>
            <p dir="auto">{passage}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
