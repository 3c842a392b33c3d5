'use client';

import Panzoom, { type PanzoomObject } from '@panzoom/panzoom';
import { type ReactNode, useEffect, useRef } from 'react';
import { ZoomButtons } from './zoom-buttons';

const step = 80;
/** Smaller than this, words cannot be read. */
const least = 0.7;
const most = 4;
/** The factor by which a press of a button enlarges. */
const larger = 1.35;

/**
 * A drawing that can be moved and enlarged: by dragging and the wheel with Ctrl, by the arrow
 * keys, `+`, `−` and `0` where it has the focus, and by its buttons.
 */
export function PanZoom({
  label,
  height,
  children,
}: {
  label: string;
  /** Of the drawing in its own size, in pixels. */
  height: number;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const panzoom = useRef<PanzoomObject>(null);
  /** Enlarges about the middle of what is in view. */
  const zoom = (factor: number) => {
    const box = frame.current?.getBoundingClientRect();
    const now = panzoom.current;
    if (!box || !now) return;
    const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    now.zoomToPoint(Math.min(most, Math.max(least / 4, now.getScale() * factor)), middle);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads refs, which are the same throughout.
  useEffect(() => {
    const drawing = frame.current?.querySelector('svg');
    if (!frame.current || !drawing) return;
    const element = frame.current;
    const instance = Panzoom(drawing, {
      canvas: true,
      maxScale: most,
      minScale: 0.15,
      origin: '0 0',
    });
    panzoom.current = instance;
    const fit = Math.min(1, element.clientWidth / drawing.clientWidth);
    if (fit < 1) instance.zoom(Math.max(fit, least), { animate: false });
    const wheel = (event: WheelEvent) => {
      // Without Ctrl the page scrolls, as everywhere.
      if (event.ctrlKey) instance.zoomWithWheel(event);
    };
    const keys = (event: KeyboardEvent) => {
      const moves: Record<string, [number, number]> = {
        ArrowLeft: [step, 0],
        ArrowRight: [-step, 0],
        ArrowUp: [0, step],
        ArrowDown: [0, -step],
      };
      if (moves[event.key]) instance.pan(...moves[event.key], { relative: true });
      else if (event.key === '+' || event.key === '=') zoom(larger);
      else if (event.key === '-') zoom(1 / larger);
      else if (event.key === '0') instance.reset();
      else return;
      event.preventDefault();
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('keydown', keys);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('keydown', keys);
      instance.destroy();
    };
  }, []);
  return (
    <div className="pan-zoom">
      <ZoomButtons factor={larger} zoom={zoom} reset={() => panzoom.current?.reset()} />
      <section
        ref={frame}
        className="pan-zoom-frame"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: moved by keyboard, so it takes the focus.
        tabIndex={0}
        style={{ height: Math.min(460, height + 2) }}
      >
        {children}
      </section>
    </div>
  );
}
