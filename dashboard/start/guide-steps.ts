/** What is known of a tenant's beginnings; null while it is not yet known. */
export type Facts = {
  entries: number | null;
  isLookChanged: boolean;
  /** Whether a page of the tenant's own has loaded the widget. */
  isInstalled: boolean;
  firstMessage: 'none' | 'waiting' | 'answered';
};

export const stepNames = ['knowledge', 'look', 'embed', 'message'] as const;
export type StepName = (typeof stepNames)[number];

/** Which steps are behind the tenant: by what there is, or because it has gone past them here. */
export function stepsDone(facts: Facts, passed: ReadonlySet<StepName>): Record<StepName, boolean> {
  const { entries, isLookChanged, isInstalled, firstMessage } = facts;
  const hasMessage = firstMessage !== 'none';
  return {
    knowledge: (entries ?? 0) > 0 || passed.has('knowledge'),
    look: isLookChanged || passed.has('look'),
    embed: isInstalled || hasMessage || passed.has('embed'),
    message: firstMessage === 'answered',
  };
}

/** The step to do next; null where all is done. */
export function nextStep(done: Record<StepName, boolean>): StepName | null {
  return stepNames.find((name) => !done[name]) ?? null;
}
