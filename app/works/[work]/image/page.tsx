import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../../../lib/core/errors';
import { picturedPages, pictureSource } from '../../../../lib/edition/page-images';
import { pageImageAddress } from '../../../components/collation/page-images';
import { PagePictureViewer } from '../../../components/collation/page-picture-viewer';
import { Problem } from '../../../components/problem';
import { list, type SearchParams } from '../../../components/view-state';
import { openWork } from '../../../server/open-work';
import { pagePicture } from '../../../server/page-picture';
import { pageTitle } from '../../../server/page-title';

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'image');
}

/** The picture of a page of an edition, that a reading can be checked by; nothing else is on it. */
export default async function ImagePage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const query = await searchParams;
  const t = await getTranslations('image');
  const say = await getTranslations('work');
  const found = await openWork(slug);
  if (found instanceof InputError) return <Problem title={say('unreadable')} error={found} />;
  const picture = pagePicture(found.work, {
    edition: list(query.edition)[0],
    page: [query.page].flat()[0],
  });
  if (!picture) notFound();
  const { edition, page, address } = picture;
  const pages = picturedPages(edition);
  const at = pages.indexOf(page);
  const beside = [
    { name: 'before', page: pages[at - 1] },
    { name: 'after', page: pages[at + 1] },
  ] as const;
  const title = t('page', { siglum: edition.siglum, page });
  return (
    <article className="page-image">
      <header>
        <h1>{title}</h1>
        <p className="quiet">
          {edition.title}
          {edition.source && ` · ${edition.source}`}
        </p>
        <nav aria-label={t('pages')}>
          {beside.map(
            (each) =>
              each.page !== undefined && (
                // A document of its own: it may be from another host, which its own policy names.
                <a
                  key={each.name}
                  href={pageImageAddress(slug, { siglum: edition.siglum, page: each.page })}
                >
                  {t(each.name, { page: each.page })}
                </a>
              ),
          )}
          <a href={address} target="_blank" rel="noreferrer">
            {t('source')}
          </a>
        </nav>
      </header>
      <PagePictureViewer source={pictureSource(address)} label={title} />
    </article>
  );
}
