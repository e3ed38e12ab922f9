import type { Pipeline } from './decode-request.ts';
import type { Engine } from './engine.ts';
import { executeAll } from './execute.ts';
import { needsWriteLock, planPipeline } from './plan.ts';
import { ResultBudget } from './result-budget.ts';
import type { StreamRegistry } from './stream-registry.ts';

/**
 * Runs a pipeline and returns the JSON answer, after whatever it committed is on disk; `isWanted` is asked after a
 * wait for the write lock, so that the work of a client that left is not done. Throws HttpError.
 */
export async function runPipeline(
  pipeline: Pipeline,
  engine: Engine,
  registry: StreamRegistry,
  isWanted: () => boolean,
): Promise<string | undefined> {
  const willStayOpen = pipeline.requests.at(-1)?.type !== 'close';
  const { id, stream } = registry.take(pipeline.baton, willStayOpen);
  try {
    const planned = planPipeline(pipeline.requests, engine, stream);
    const writes = needsWriteLock(planned);
    if (writes && !stream.holdsGate && !engine.gate.tryEnter(stream)) {
      await stream.enterGate();
      if (!isWanted()) {
        registry.drop(id, stream);
        return undefined;
      }
    }
    const couldCommit = stream.holdsGate;
    const results = executeAll(planned, stream, new ResultBudget(engine.limits));
    const baton = registry.giveBack(id, stream);
    if (couldCommit && stream.isAutocommit) await engine.wal.flush();
    return `{"baton":${JSON.stringify(baton)},"base_url":null,"results":[${results.join()}]}`;
  } catch (error) {
    registry.drop(id, stream);
    throw error;
  }
}
