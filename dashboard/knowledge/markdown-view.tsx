import { type Inline, markdownBlocks } from './markdown-blocks.ts';

/** Text as its readers see its parts. Nothing in it can become markup of the page. */
export function MarkdownView({ text }: { text: string }) {
  return (
    <div class="markdown" dir="auto">
      {markdownBlocks(text).map((block, at) => {
        if (block.kind === 'code') return <pre key={at}>{block.text}</pre>;
        if (block.kind === 'paragraph') return <p key={at}>{block.content.map(inline)}</p>;
        if (block.kind === 'heading') {
          // The page's own headings stand above those of a text.
          const Heading = block.level === 1 ? 'h3' : 'h4';
          return <Heading key={at}>{block.content.map(inline)}</Heading>;
        }
        const List = block.isOrdered ? 'ol' : 'ul';
        return (
          <List key={at}>
            {block.items.map((item, index) => (
              <li key={index}>{item.map(inline)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function inline(part: Inline, at: number) {
  if (part.kind === 'link') {
    return (
      <a key={at} href={part.href} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    );
  }
  if (part.kind === 'strong') return <strong key={at}>{part.text}</strong>;
  if (part.kind === 'emphasis') return <em key={at}>{part.text}</em>;
  return part.kind === 'code' ? <code key={at}>{part.text}</code> : part.text;
}
