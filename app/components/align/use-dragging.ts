import { type RefObject, useEffect, useRef } from 'react';

/** How far the pointer goes before it drags, in CSS pixels. */
const slop = 6;
/** How near to the edge of the window a drag scrolls it. */
const edge = 48;

/** A segment or sentence in the list. */
interface Held {
  side: 0 | 1;
  index: number;
}

/**
 * Drags what is in the list to its counterpart on the other side: with a mouse by itself, by touch by its
 * handle, so that the page can still be scrolled. The keyboard picks and links instead.
 */
export function useDragging(
  list: RefObject<HTMLElement | null>,
  onDrop: (side: 0 | 1, dragged: number, onto: number) => void,
): void {
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    let from: { element: HTMLElement; held: Held; x: number; y: number } | null = null;
    let isDragging = false;
    let over: HTMLElement | null = null;

    const mark = (next: HTMLElement | null) => {
      if (over === next) return;
      over?.removeAttribute('data-drop');
      next?.setAttribute('data-drop', '');
      over = next;
    };
    const end = () => {
      from?.element.removeAttribute('data-dragged');
      document.documentElement.removeAttribute('data-dragging');
      mark(null);
      from = null;
      isDragging = false;
    };
    const down = (event: PointerEvent) => {
      const target = event.target as Element;
      const element = target.closest<HTMLElement>('.bead-segment');
      const held = element && heldIn(element);
      const isHandle = target.closest('.bead-handle') !== null;
      if (!held || event.button !== 0 || (event.pointerType === 'touch' && !isHandle)) return;
      from = { element, held, x: event.clientX, y: event.clientY };
      if (isHandle) event.preventDefault();
    };
    const move = (event: PointerEvent) => {
      if (!from) return;
      const { clientX: x, clientY: y } = event;
      if (!isDragging && Math.hypot(x - from.x, y - from.y) < slop) return;
      isDragging = true;
      from.element.setAttribute('data-dragged', '');
      document.documentElement.setAttribute('data-dragging', '');
      getSelection()?.removeAllRanges();
      const under = document.elementFromPoint(x, y)?.closest<HTMLElement>('.bead-segment') ?? null;
      const there = under && box.contains(under) ? heldIn(under) : null;
      mark(there && there.side !== from.held.side ? under : null);
      if (y < edge) window.scrollBy(0, -edge / 4);
      if (y > window.innerHeight - edge) window.scrollBy(0, edge / 4);
    };
    const up = () => {
      if (!from) return;
      const { held } = from;
      const there = over && heldIn(over);
      const dragged = isDragging;
      end();
      if (!dragged) return;
      // The click that follows is the end of the drag, not a pick.
      const swallow = (event: Event) => {
        event.stopPropagation();
        event.preventDefault();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (there) drop.current(held.side, held.index, there.index);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isDragging) return;
      event.stopPropagation();
      end();
    };
    box.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', press, true);
    return () => {
      end();
      box.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', press, true);
    };
  }, [list]);
}

function heldIn({ dataset }: HTMLElement): Held | null {
  if (!dataset.segment || !dataset.place) return null;
  return { side: dataset.place === '1' ? 1 : 0, index: Number(dataset.segment) };
}
