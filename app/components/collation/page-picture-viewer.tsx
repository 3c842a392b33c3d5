'use client';

import { useTranslations } from 'next-intl';
import type OpenSeadragon from 'openseadragon';
import { useEffect, useRef, useState } from 'react';
import type { PictureSource } from '../../../lib/edition/page-images';
import { ZoomButtons } from './zoom-buttons';

/** The factor by which a press of a button enlarges. */
const larger = 1.5;

/**
 * A picture that can be enlarged: by the wheel and by dragging, by the arrow keys, `+`, `−` and `0` where it has
 * the focus, and by its buttons.
 */
export function PagePictureViewer({ source, label }: { source: PictureSource; label: string }) {
  const t = useTranslations('image');
  const frame = useRef<HTMLDivElement>(null);
  const viewer = useRef<OpenSeadragon.Viewer>(null);
  const [failed, setFailed] = useState(false);
  const { kind, address } = source;
  useEffect(() => {
    let isGone = false;
    setFailed(false);
    const open = async () => {
      const { default: create } = await import('openseadragon');
      if (isGone || !frame.current) return;
      const opened = create({
        element: frame.current,
        tileSources: kind === 'iiif' ? `${address}/info.json` : { type: 'image', url: address },
        showNavigationControl: false,
        // The picture may be from another host, which lets it be shown and not be read.
        drawer: 'canvas',
        crossOriginPolicy: false,
        maxZoomPixelRatio: 4,
        gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
        animationTime: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.6,
      });
      opened.addHandler('open-failed', () => setFailed(true));
      opened.addHandler('tile-load-failed', () => setFailed(true));
      opened.canvas.setAttribute('aria-label', label);
      opened.canvas.setAttribute('role', 'application');
      viewer.current = opened;
    };
    open().catch(() => setFailed(true));
    return () => {
      isGone = true;
      viewer.current?.destroy();
      viewer.current = null;
    };
  }, [kind, address, label]);
  const zoom = (factor: number) => {
    viewer.current?.viewport?.zoomBy(factor);
    viewer.current?.viewport?.applyConstraints();
  };
  return (
    <div className="pan-zoom">
      <ZoomButtons factor={larger} zoom={zoom} reset={() => viewer.current?.viewport?.goHome()} />
      {failed && (
        <p className="problem" role="alert">
          {t('failed', { host: new URL(address).host })}
        </p>
      )}
      <div ref={frame} className="page-picture" />
    </div>
  );
}
