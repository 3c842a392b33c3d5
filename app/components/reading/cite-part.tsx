'use client';

import { Check, Copy, Link as LinkIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { PassageDetails } from '../../../lib/compare/passage';

const forms = ['apa', 'mla', 'harvard1', 'vancouver', 'gb7714', 'bibtex', 'csl-json'] as const;
const remembered = 'variorum:citation';

/** Letters of a quotation, at most: an address holds no more. */
const maxQuoted = 2000;

/** The citation of the words in the reader's form, and its link, to be copied. */
export function CitePart({
  work,
  query,
  found,
}: {
  work: string;
  query: string;
  found: PassageDetails;
}) {
  const t = useTranslations('details');
  const [form, setForm] = useState<(typeof forms)[number]>(
    () => forms.find((each) => each === localStorage.getItem(remembered)) ?? 'apa',
  );
  const [text, setText] = useState('');
  const [copied, setCopied] = useState<string | null>(null);
  const { siglum, segment } = found;
  const link = () => {
    const at = encodeURIComponent(`${siglum}.${segment}`);
    return `${window.location.origin}/works/${work}${query ? `${query}&` : '?'}at=${at}#${encodeURIComponent(siglum)}-${segment}`;
  };
  const url = link();
  useEffect(() => {
    const stop = new AbortController();
    const parameters = new URLSearchParams({
      siglum,
      segment,
      form,
      url,
      quote: found.text.slice(0, maxQuoted),
    });
    fetch(`/api/works/${work}/citation?${parameters}`, { signal: stop.signal })
      .then((response) => response.text())
      .then(setText)
      .catch(() => {
        // Left as it was: the form can be chosen again.
      });
    return () => stop.abort();
  }, [work, siglum, segment, form, url, found.text]);
  const copy = async (what: string, value: string) => {
    await navigator.clipboard.writeText(value);
    setCopied(what);
  };
  return (
    <section>
      <h3>{t('cite')}</h3>
      <div className="cite-row">
        <select
          aria-label={t('form')}
          value={form}
          onChange={({ target }) => {
            const chosen = forms.find((each) => each === target.value) ?? 'apa';
            setForm(chosen);
            localStorage.setItem(remembered, chosen);
          }}
        >
          {forms.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
        <button type="button" className="button" onClick={() => copy('citation', text)}>
          {copied === 'citation' ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
          {t('copy')}
        </button>
        <button type="button" className="button" onClick={() => copy('link', url)}>
          {copied === 'link' ? <Check aria-hidden size={14} /> : <LinkIcon aria-hidden size={14} />}
          {t('copy-link')}
        </button>
      </div>
      <pre className={form === 'bibtex' || form === 'csl-json' ? 'citation code' : 'citation'}>
        {text}
      </pre>
      <p role="status" className="visually-hidden">
        {copied && t('copied')}
      </p>
    </section>
  );
}
