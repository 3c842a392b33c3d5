'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, useEffect, useRef } from 'react';
import type { OtherReading } from '../../../lib/collate/shown-marks';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { EditionFace } from './faces';

/** A mark or sentence that a reader asked about, and what the other editions have there. */
export interface Asked {
  element: HTMLElement;
  what: 'other-readings' | 'counterparts';
  /** Of a mark, how each differs. */
  readings: readonly (Pick<OtherReading, 'column' | 'text'> & Partial<OtherReading>)[];
}

/** Opens what the other editions have. */
export const AskContext = createContext<(asked: Asked) => void>(() => {});

/** What the other editions have in place of a marked stretch or a sentence, beside it. */
export function OtherReadings({
  asked: { element, what, readings },
  editions,
  onClose,
}: {
  asked: Asked;
  editions: readonly EditionFace[];
  onClose: () => void;
}) {
  const t = useTranslations('table');
  const kinds = useTranslations('kinds');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    const outside = (event: Event) => {
      if (!panel.current?.contains(event.target as Node)) onClose();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const width = Math.min(352, window.innerWidth - 32);
  const left = Math.max(16, Math.min(box.left, window.innerWidth - width - 16));
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={t(what)}
      tabIndex={-1}
      className="other-readings"
      style={{ top: box.bottom + window.scrollY + 6, left: left + window.scrollX, width }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
        element.tabIndex = -1;
        element.focus({ preventScroll: true });
      }}
    >
      <dl>
        {readings.map(({ column, text, difference, moved }) => {
          const { siglum, language } = editions[column];
          return (
            <div key={siglum}>
              <dt>
                <span className="siglum">{siglum}</span>{' '}
                {difference && <span className="quiet">{kinds(difference)}</span>}
              </dt>
              <dd>
                {moved ? (
                  <i className="quiet">{t('moved-title')}</i>
                ) : text ? (
                  <span {...languageAttributes(language)}>{text}</span>
                ) : (
                  <i className="quiet">{t('nothing-there')}</i>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('close-readings')}
        onClick={onClose}
      >
        <X aria-hidden size={16} />
      </button>
    </div>
  );
}
