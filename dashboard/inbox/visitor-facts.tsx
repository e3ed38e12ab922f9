import type { ComponentChildren } from 'preact';
import type { Visitor } from '../../shared/protocol/index.ts';
import { useDesk } from '../desk-context.ts';
import { nowMs } from '../ui/now.ts';
import { wholeTime } from '../ui/times.ts';
import { clockIn, languageName, shortAddress } from './visitor-words.ts';

/** What is known of a visitor: from itself, from the tenant's server, from its browser. */
export function VisitorFacts({ visitor, began }: { visitor: Visitor; began: string }) {
  const place = useDesk().places.value.get(visitor.id);
  const clock = place?.timezone ? clockIn(place.timezone, nowMs.value) : null;
  return (
    <dl class="facts">
      {visitor.email && (
        <Fact name="E-mail">
          <a href={`mailto:${visitor.email}`}>{visitor.email}</a>
        </Fact>
      )}
      <Fact name="Identity">{visitor.verified ? 'Vouched for by your server' : 'Not verified'}</Fact>
      {place?.page && (
        <Fact name="Page">
          <a href={place.page.url} target="_blank" rel="noopener noreferrer nofollow" dir="auto">
            {place.page.title ?? shortAddress(place.page.url)}
          </a>
        </Fact>
      )}
      {place?.page?.referrer && <Fact name="Came from">{shortAddress(place.page.referrer)}</Fact>}
      {place?.language && <Fact name="Language">{languageName(place.language)}</Fact>}
      {place?.timezone && clock && (
        <Fact name="Local time">
          <time>{clock}</time> <span class="muted">{place.timezone}</span>
        </Fact>
      )}
      {place && (
        <Fact name="First seen">
          <time dateTime={place.firstSeenAt}>{wholeTime(place.firstSeenAt)}</time>
        </Fact>
      )}
      <Fact name="Conversation began">
        <time dateTime={began}>{wholeTime(began)}</time>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
