import type { Rating } from '../../shared/protocol/index.ts';
import { Icon } from '../ui/icon.tsx';

const best = 5;

/** How the visitor found it. */
export function RatingShown({ rating: { score, comment } }: { rating: Rating }) {
  return (
    <section class="rating" aria-label="Rating">
      <p role="img" aria-label={`${score} of ${best}`}>
        {Array.from({ length: best }, (_, at) => (
          <span key={at} class={at < score ? 'given' : ''}>
            <Icon name="star" />
          </span>
        ))}
      </p>
      {comment && <p dir="auto">{comment}</p>}
    </section>
  );
}
