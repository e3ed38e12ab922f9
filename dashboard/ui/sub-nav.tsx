type SubNavPage = {
  title: string;
  href: string;
  isHere: boolean;
  /** How many things wait there. */
  count?: number;
};

type SubNavProps = { label: string; pages: readonly SubNavPage[] };

/** The pages of a place. */
export function SubNav({ label, pages }: SubNavProps) {
  return (
    <nav class="sub-nav" aria-label={label}>
      {pages.map(({ title, href, isHere, count = 0 }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          <span>
            {title}
            {count > 0 && <span class="sub-nav-count"> {count}</span>}
          </span>
        </a>
      ))}
    </nav>
  );
}
