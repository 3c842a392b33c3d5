'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button, DropZone, type FileDropItem, FileTrigger, Text } from 'react-aria-components';
import type { UnderstoodFile } from '../../../lib/works/understand';
import { Draft } from './draft';
import type { GivenFile, GivenText, OldFile, WorkChoice } from './given';
import { Whole } from './whole';

/** Takes files that are dropped or chosen, or a text that is pasted, and shows each. */
export function Importer({ works, endings }: { works: WorkChoice[]; endings: string[] }) {
  const t = useTranslations('import');
  const [given, setGiven] = useState<(GivenText | GivenFile)[]>([]);
  const [known, setKnown] = useState(works);
  const [pasted, setPasted] = useState('');
  const [reading, setReading] = useState(false);
  const next = useRef(0);

  const take = async (name: string, body: Blob) => {
    setReading(true);
    const old = (await isOldText(body)) ? { body, name, encoding: '' } : undefined;
    const found = await readFile(name, body, old);
    setGiven((now) => [...now, ...found.map((text) => ({ key: next.current++, ...text }))]);
    setReading(false);
  };
  const takeIn = async (encoding: string, { body, name }: OldFile) => {
    setReading(true);
    const found = await readFile(name, body, { body, name, encoding });
    const isOfIt = ({ old }: GivenText | GivenFile) => old?.body === body;
    setGiven((now) => {
      const keys = now.filter(isOfIt).map(({ key }) => key);
      const read = found.map((text, k) => ({ key: keys[k] ?? next.current++, ...text }));
      const place = now.findIndex(isOfIt);
      return now.flatMap((each, k) => (k === place ? read : isOfIt(each) ? [] : [each]));
    });
    setReading(false);
  };
  return (
    <>
      <DropZone
        className="drop-zone"
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          for (const item of items) {
            if (item.kind === 'file') await take(item.name, await (item as FileDropItem).getFile());
          }
        }}
      >
        <FileUp aria-hidden size={22} />
        <Text slot="label">{t('drop')}</Text>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={endings}
          onSelect={async (files) => {
            for (const file of files ?? []) await take(file.name, file);
          }}
        >
          <Button className="button primary-button">{t('choose')}</Button>
        </FileTrigger>
      </DropZone>
      <details className="paste">
        <summary>{t('paste')}</summary>
        <textarea
          rows={8}
          aria-label={t('text')}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        <button
          type="button"
          className="button"
          disabled={pasted.trim() === ''}
          onClick={() => {
            take(`${t('pasted')}.md`, new Blob([pasted]));
            setPasted('');
          }}
        >
          {t('read')}
        </button>
      </details>
      <p role="status">{reading && t('reading')}</p>
      {given.map((each) => {
        const shared = {
          works: known,
          onEncoding: (encoding: string) => each.old && takeIn(encoding, each.old),
          onSaved: (saved: WorkChoice) => setKnown((now) => withSaved(now, saved)),
          onRemove: () => setGiven((now) => now.filter(({ key }) => key !== each.key)),
        };
        return 'body' in each ? (
          <Whole key={each.key} given={each} {...shared} />
        ) : (
          <Draft
            key={each.key}
            given={each}
            {...shared}
            onRead={async (source) => {
              const found = await readFile(each.name, new Blob([source]));
              const mended = found.map((text) =>
                found.length > 1
                  ? { key: next.current++, ...text }
                  : // What cannot be read keeps its text, to be mended further.
                    { ...text, key: each.key, text: source },
              );
              setGiven((now) => now.flatMap((other) => (other.key === each.key ? mended : other)));
            }}
          />
        );
      })}
    </>
  );
}

/** Works with what was saved: a new one, or more editions of one. */
function withSaved(works: WorkChoice[], { slug, title, sigla }: WorkChoice): WorkChoice[] {
  const known = works.find((each) => each.slug === slug);
  if (!known) return [...works, { slug, title, sigla }];
  const all = [...new Set([...known.sigla, ...sigla])];
  return works.map((each) => (each === known ? { ...known, sigla: all } : each));
}

type Keyless<T> = T extends unknown ? Omit<T, 'key'> : never;

/** What the server understands of a file: a text or, where it holds several, each after the whole. */
async function readFile(
  name: string,
  body: Blob,
  old?: OldFile,
): Promise<Keyless<GivenText | GivenFile>[]> {
  const query = new URLSearchParams({ name });
  if (old?.encoding) query.set('encoding', old.encoding);
  try {
    const response = await fetch(`/api/import/read?${query}`, { method: 'POST', body });
    const answer = await response.json();
    if (!response.ok) {
      const text = (await textOf(body)) ?? '';
      return [{ name, old, text, understood: null, error: answer.detail }];
    }
    const { editions, ...others } = answer as UnderstoodFile;
    const texts = editions.map(({ text, name: called, ...understood }) => ({
      name: called,
      old,
      text,
      understood,
      error: '',
    }));
    return editions.length > 1 ? [{ name, old, body, editions, ...others }, ...texts] : texts;
  } catch (error) {
    return [{ name, old, text: '', understood: null, error: String(error) }];
  }
}

/** The text of a file in UTF-8; null for any other. */
async function textOf(body: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await body.arrayBuffer());
  } catch {
    return null;
  }
}

/** Whether a file is a text in an encoding of before Unicode, as far as its bytes show. */
async function isOldText(body: Blob): Promise<boolean> {
  if ((await textOf(body)) !== null) return false;
  return !new Uint8Array(await body.arrayBuffer()).includes(0);
}
