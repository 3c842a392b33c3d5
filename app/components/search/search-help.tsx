import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** What can be asked, each kind as an example to try. */
export function SearchHelp() {
  const t = useTranslations('search');
  const examples: [
    string,
    'words' | 'phrase' | 'beginning' | 'wildcard' | 'expression' | 'not' | 'scope',
  ][] = [
    ['peace treaty', 'words'],
    ['"peace treaty"', 'phrase'],
    ['trea*', 'beginning'],
    ['tr?nsl*', 'wildcard'],
    ['/colou?rs?/', 'expression'],
    ['treaty -peace', 'not'],
    ['en:arrived -en-plain:arrived', 'scope'],
  ];
  return (
    <dl className="search-help">
      {examples.map(([query, name]) => (
        <div key={query}>
          <dt>
            <Link href={`/search?q=${encodeURIComponent(query)}`} prefetch={false}>
              <code>{query}</code>
            </Link>
          </dt>
          <dd>{t(`help-${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
