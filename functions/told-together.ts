type Round<News> = { waiting: News[]; endsAtMs: number };

/** How long one caller goes on sending what others bring: its own answer has gone, and its time is bounded. */
const roundMs = 2_000;

/**
 * Sends what is told to one receiver one call after the other, each with all that came during the one before: a burst
 * of news costs a few calls, and a single one is not delayed. Never rejects where `send` does not.
 */
export function toldTogether<To, News>(
  send: (to: To, news: News[]) => Promise<void>,
  nowMs: () => number = Date.now,
) {
  const rounds = new Map<To, Round<News>>();
  return async (to: To, news: News): Promise<void> => {
    const running = rounds.get(to);
    if (running && nowMs() < running.endsAtMs) {
      running.waiting.push(news);
      return;
    }
    // A round past its time may have ended with its caller: what it has not sent goes with this one.
    const round = { waiting: [...(running?.waiting.splice(0) ?? []), news], endsAtMs: nowMs() + roundMs };
    rounds.set(to, round);
    while (round.waiting.length > 0) await send(to, round.waiting.splice(0));
    if (rounds.get(to) === round) rounds.delete(to);
  };
}
