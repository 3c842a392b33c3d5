import Link from 'next/link';

const pages = [
  ['', 'Comparison'],
  ['/collation', 'Collation'],
  ['/renderings', 'Renderings'],
  ['/statistics', 'Statistics'],
] as const;
export type WorkPage = (typeof pages)[number][0];

/** The pages of a work, the one shown marked; the choice of editions goes along. */
export function WorkNav({ work, page, query }: { work: string; page: WorkPage; query: string }) {
  return (
    <nav className="work-nav" aria-label="Pages of this work">
      {pages.map(([path, name]) => (
        <Link
          key={name}
          href={`/works/${work}${path}${path === '/statistics' ? '' : query}`}
          aria-current={path === page ? 'page' : undefined}
          prefetch={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
