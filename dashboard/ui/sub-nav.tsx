type SubNavProps = { label: string; pages: readonly { title: string; href: string; isHere: boolean }[] };

/** The pages of a place. */
export function SubNav({ label, pages }: SubNavProps) {
  return (
    <nav class="sub-nav" aria-label={label}>
      {pages.map(({ title, href, isHere }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
