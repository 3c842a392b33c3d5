'use client';

import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import { EditionBoxes, type EditionOption } from './edition-boxes';

/** The editions in the order of their columns, moved by dragging or by keyboard (React Aria). */
export function SortableEditions({ editions }: { editions: EditionOption[] }) {
  const t = useTranslations('editions');
  const [order, setOrder] = useState(editions);
  const list = useRef<HTMLDivElement>(null);
  const reported = useRef(order);
  // The form applies what has changed in it.
  useEffect(() => {
    if (reported.current === order) return;
    reported.current = order;
    list.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }, [order]);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      setOrder((now) => {
        const moved = now.filter(({ siglum }) => keys.has(siglum));
        const rest = now.filter(({ siglum }) => !keys.has(siglum));
        const at = rest.findIndex(({ siglum }) => siglum === target.key);
        return rest.toSpliced(target.dropPosition === 'before' ? at : at + 1, 0, ...moved);
      });
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="drop-indicator" />,
  });
  return (
    <GridList
      ref={list}
      aria-label={t('order')}
      className="edition-grid"
      items={order}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(edition) => (
        <GridListItem id={edition.siglum} textValue={edition.siglum} className="edition-option">
          <Button
            slot="drag"
            className="drag-handle"
            aria-label={t('drag', { siglum: edition.siglum })}
          >
            <GripVertical aria-hidden size={14} />
          </Button>
          <EditionBoxes edition={edition} />
        </GridListItem>
      )}
    </GridList>
  );
}
