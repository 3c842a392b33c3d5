import { Download, Link2, Save } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { GivenText } from '../../../lib/compare/compare-texts';
import { slugOf } from '../slug';
import { sharedAddress } from './kept-texts';
import { useFile } from './use-comparison';

/** Slugs that are tried where others have the name already. */
const maxTries = 9;

/** What can be done with a comparison: kept as a work, downloaded, shared. */
export function CompareActions({ texts }: { texts: GivenText[] }) {
  const t = useTranslations('compare');
  const file = useFile();
  const [said, setSaid] = useState('');
  const [naming, setNaming] = useState(false);

  const attempt = async (act: () => Promise<void>) => {
    setSaid('');
    try {
      await act();
    } catch (error) {
      setSaid(t('failed', { error: error instanceof Error ? error.message : String(error) }));
    }
  };
  const download = () =>
    attempt(async () => {
      const title = t('title');
      const content = await file({ texts, want: 'html', title });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([content], { type: 'text/html' }));
      link.download = `${title}.html`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  const share = () =>
    attempt(async () => {
      const address = sharedAddress(texts, window.location.origin);
      if (!address) return setSaid(t('too-long'));
      window.history.replaceState(null, '', address);
      await navigator.clipboard?.writeText(address).catch(() => {});
      setSaid(t('shared'));
    });
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title')).trim();
    return attempt(async () => {
      const slug = await save(title, (work) => file({ texts, want: 'json', slug: work, title }));
      window.location.assign(`/works/${slug}`);
    });
  };
  return (
    <div className="compare-actions">
      <button
        type="button"
        className="button primary-button"
        aria-expanded={naming}
        onClick={() => setNaming(!naming)}
      >
        <Save aria-hidden size={15} /> {t('keep')}
      </button>
      <button type="button" className="button" onClick={download}>
        <Download aria-hidden size={15} /> {t('download')}
      </button>
      <button type="button" className="button" onClick={share}>
        <Link2 aria-hidden size={15} /> {t('share')}
      </button>
      {naming && (
        <form className="keep-form" onSubmit={keep}>
          <label>
            {t('work-title')}
            <input name="title" required maxLength={200} defaultValue={titleOf(texts)} />
          </label>
          <button type="submit" className="button primary-button">
            {t('keep-new')}
          </button>
        </form>
      )}
      <p role="status">{said}</p>
    </div>
  );
}

/** A title from the first line of the first text. */
function titleOf([first]: readonly GivenText[]): string {
  const line = first.source.split('\n').find((each) => each.trim() !== '') ?? '';
  return line
    .replace(/^#+\s*/, '')
    .trim()
    .slice(0, 60);
}

/** Saves a new work, whole; a name that another has gets a number. @returns its slug. */
async function save(title: string, json: (slug: string) => Promise<string>): Promise<string> {
  const name = (await slugOf(title)) || 'comparison';
  for (let n = 1; ; n++) {
    const slug = n === 1 ? name : `${name}-${n}`;
    const known = await fetch(`/api/works/${slug}`);
    if (known.ok && n < maxTries) continue;
    const query = new URLSearchParams({ name: `${slug}.json`, work: slug, workTitle: title });
    const body = await json(slug);
    for (const { siglum } of JSON.parse(body).editions) query.append('siglum', siglum);
    const response = await fetch(`/api/import/whole?${query}`, { method: 'POST', body });
    if (response.ok) return slug;
    throw new Error((await response.json()).detail);
  }
}
