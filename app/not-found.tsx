import type { Metadata } from 'next';
import Link from 'next/link';
import { listWorks } from '../lib/library/library';

export const metadata: Metadata = { title: 'Not found' };
export const dynamic = 'force-dynamic';

export default function NotFound() {
  let slugs: string[] = [];
  try {
    slugs = listWorks();
  } catch {
    // The way home stands without the list.
  }
  return (
    <div className="library">
      <h1>There is no such page</h1>
      <p>The address names a work or page that this library does not have.</p>
      {slugs.length > 0 && (
        <>
          <p>The works it has:</p>
          <ul className="plain">
            {slugs.map((slug) => (
              <li key={slug}>
                <Link href={`/works/${slug}`}>{slug}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link href="/">Back to the library</Link>
      </p>
    </div>
  );
}
