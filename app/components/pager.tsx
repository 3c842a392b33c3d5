import Link from 'next/link';
import { type ViewState, viewAddress } from './view-state';

/** Long works are shown a page of rows at a time; each page has its address. */
export function Pager({ work, state, pages }: { work: string; state: ViewState; pages: number }) {
  if (pages <= 1) return null;
  const link = (page: number, text: string) =>
    page >= 1 && page <= pages ? (
      <Link href={viewAddress(work, { ...state, page })} rel={page < state.page ? 'prev' : 'next'}>
        {text}
      </Link>
    ) : (
      <span className="quiet">{text}</span>
    );
  return (
    <nav className="pager" aria-label="Pages">
      {link(state.page - 1, '← Previous')}
      <span>
        Page {state.page} of {pages}
      </span>
      {link(state.page + 1, 'Next →')}
    </nav>
  );
}
