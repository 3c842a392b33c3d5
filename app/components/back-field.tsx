'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense } from 'react';

/** Where a form leads back to: the page it stands on. */
export function BackField() {
  return (
    <Suspense fallback={null}>
      <Field />
    </Suspense>
  );
}

function Field() {
  const path = usePathname();
  // Commas stay readable.
  const query = useSearchParams().toString().replaceAll('%2C', ',');
  return <input type="hidden" name="back" value={query ? `${path}?${query}` : path} />;
}
