'use client';

import { ExternalLink, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

interface Shown {
  href: string;
  title: string;
  /** The link that has opened it, to which the focus returns. */
  link: HTMLElement;
}

/**
 * Shows pictures of pages beside the apparatus, instead of on a page of their own: opened by links with
 * `data-page-image`. The picture is in a document within this one, as that alone may load anything from elsewhere.
 */
export function PageImagePanel() {
  const t = useTranslations('image');
  const [shown, setShown] = useState<Shown | null>(null);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-page-image]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setShown({ href: link.href, title: link.title, link });
    };
    document.addEventListener('click', click);
    return () => document.removeEventListener('click', click);
  }, []);
  useEffect(() => {
    if (!shown) return;
    close.current?.focus();
    document.documentElement.dataset.pageImage = 'shown';
    return () => {
      delete document.documentElement.dataset.pageImage;
    };
  }, [shown]);
  if (!shown) return null;
  const hide = () => {
    setShown(null);
    shown.link.focus();
  };
  return (
    <aside
      className="page-image-panel"
      aria-label={shown.title}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      <header>
        <strong>{shown.title}</strong>
        <a href={shown.href} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden size={14} /> {t('apart')}
        </a>
        <button
          ref={close}
          type="button"
          className="button quiet-button icon-button"
          aria-label={t('close')}
          onClick={hide}
        >
          <X aria-hidden size={16} />
        </button>
      </header>
      <iframe src={shown.href} title={shown.title} />
    </aside>
  );
}
