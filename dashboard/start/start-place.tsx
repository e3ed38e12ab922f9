import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { knowledgeOf } from '../knowledge/knowledge-store.ts';
import { Failed } from '../ui/empty-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { configOf } from '../widget/config-store.ts';
import { EmbedStep } from './embed-step.tsx';
import { AllDone } from './all-done.tsx';
import { type StepName, nextStep, stepsDone } from './guide-steps.ts';
import { KnowledgeStep } from './knowledge-step.tsx';
import { LookStep } from './look-step.tsx';
import { MessageStep } from './message-step.tsx';
import { StepCard } from './step-card.tsx';
import { useFacts } from './use-facts.ts';

/** The way from nothing to the first answered message, each step done in place. */
export function StartPlace() {
  const desk = useDesk();
  const config = configOf(desk);
  const knowledge = knowledgeOf(desk);
  const [passed, setPassed] = useState<ReadonlySet<StepName>>(new Set());
  const [open, setOpen] = useState<StepName | null>(null);
  const { facts, firstConversation, installedOn } = useFacts(desk);
  useEffect(() => {
    void config.load();
    void knowledge.list.load('');
  }, [desk]);

  const done = stepsDone(facts, passed);
  const isKnown = facts.entries !== null && config.loaded.value.state === 'ready';
  // What is done in a step makes it done, but it stays open until one goes on.
  useLayoutEffect(() => {
    if (isKnown && open === null) setOpen(nextStep(done));
  }, [isKnown]);
  const goOn = (from: StepName) => () => {
    const now = new Set([...passed, from]);
    setPassed(now);
    setOpen(nextStep(stepsDone(facts, now)));
  };
  const step = (name: StepName) => ({ isDone: done[name], isOpen: open === name, open: () => setOpen(name) });
  const loaded = config.loaded.value;
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'failed') return <Failed message={loaded.problem} retry={() => void config.load()} />;
  return (
    <div class="page start">
      <header>
        <h1>Get started</h1>
        <p class="muted">Three steps and a first message. Everything can be changed later.</p>
      </header>
      {done.message && <AllDone />}
      <ol class="steps">
        <StepCard
          number={1}
          title="Knowledge"
          summary={entriesText(facts.entries ?? 0)}
          {...step('knowledge')}
        >
          <KnowledgeStep config={config} isDone={(facts.entries ?? 0) > 0} goOn={goOn('knowledge')} />
        </StepCard>
        <StepCard number={2} title="Look" summary={loaded.config.title} {...step('look')}>
          <LookStep store={config} config={loaded.config} goOn={goOn('look')} />
        </StepCard>
        <StepCard
          number={3}
          title="Embed"
          summary={installedOn ?? 'The line is waiting for you'}
          {...step('embed')}
        >
          <EmbedStep store={config} installedOn={installedOn} goOn={goOn('embed')} />
        </StepCard>
        <StepCard number={4} title="First message" summary="Answered" {...step('message')}>
          <MessageStep conversation={firstConversation} />
        </StepCard>
      </ol>
    </div>
  );
}

function entriesText(count: number): string {
  return count === 1 ? 'One entry' : `${count} entries`;
}
