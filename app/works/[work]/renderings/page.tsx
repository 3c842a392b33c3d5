import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { InputError } from '../../../../lib/core/errors';
import { soon } from '../../../../lib/core/soon';
import { languageAttributes } from '../../../../lib/edition/language-attributes';
import type { Edition, Work } from '../../../../lib/edition/model';
import { type SlipKind, slipKinds } from '../../../../lib/edition/slips';
import type { Term } from '../../../../lib/edition/terms';
import { frequentTerms } from '../../../../lib/studies/find-term';
import { originalOf, renderingsOf } from '../../../../lib/studies/renderings';
import { matterOf, type ReviewedList, reviewedLists } from '../../../../lib/studies/review-slips';
import { findEdition } from '../../../../lib/works/load';
import { identifyTerms } from '../../../../lib/works/terms';
import { EditionField } from '../../../components/edition-field';
import { Problem, Problems } from '../../../components/problem';
import { CheckList } from '../../../components/renderings/check-list';
import { DismissSlip } from '../../../components/renderings/dismiss-slip';
import { KeepRendering } from '../../../components/renderings/keep-rendering';
import type { PlaceAddress } from '../../../components/renderings/place-address';
import { TakeBack } from '../../../components/renderings/take-back';
import { TermList } from '../../../components/renderings/term-list';
import { TermTable } from '../../../components/renderings/term-table';
import { list, type SearchParams } from '../../../components/view-state';
import { Waiting } from '../../../components/waiting';
import { WorkHead } from '../../../components/work-head';
import { mayAct } from '../../../server/may-act';
import { attempt, attemptLater, openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

/** How long the check list is waited for before progress is shown, in milliseconds. */
const timeoutMs = 4000;

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'renderings');
}

/** How each term was rendered, everywhere; and a check list of likely slips. */
export default async function RenderingsPage({ params, searchParams }: Props) {
  const slug = (await params).work;
  const query = await searchParams;
  const t = await getTranslations('renderings');
  const found = await openWork(slug);
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const { work, problems } = found;
  const from = list(query.from)[0];
  const term = [query.term ?? ''].flat()[0].trim().slice(0, 100);
  const checking = list(query.view)[0] === 'check';
  const source = attempt(() => (from ? findEdition(work, from) : originalOf(work)));
  if (source instanceof InputError) {
    return <Problem title={t('nothing')} error={source} />;
  }
  const checks = checking
    ? await soon(`checks/${slug}:${source.siglum}`, timeoutMs, (progress) =>
        reviewedLists(work, source, { progress }),
      )
    : null;
  if (checks?.state === 'pending') return <Waiting title={work.title} share={checks.share} />;
  const kind = slipKinds.find((name) => name === list(query.kind)[0]);
  const address = (more: string) =>
    `/works/${slug}/renderings?from=${encodeURIComponent(source.siglum)}${more}`;
  return (
    <>
      <WorkHead work={work} page="/renderings" />
      <Problems problems={problems} />
      <nav className="views" aria-label={t('views')}>
        <Link href={address('')} aria-current={checking ? undefined : 'true'}>
          {t('term')}
        </Link>
        <Link href={address('&view=check')} aria-current={checking ? 'true' : undefined}>
          {t('check')}
        </Link>
      </nav>
      <div className="study">
        <SourceForm work={work} source={source} term={term} checking={checking} />
        {checks ? (
          <Checks
            work={work}
            source={source}
            lists={checks.value}
            kind={kind}
            canEdit={await mayAct('edit', slug)}
            address={(to) => address(`&view=check${to ? `&kind=${to}` : ''}`)}
          />
        ) : (
          <Renderings work={work} source={source} term={term} address={address} />
        )}
      </div>
    </>
  );
}

/** Where a place is compared with what another edition has for it. */
const placeAddress =
  (work: Work, source: Edition): PlaceAddress =>
  ({ siglum, segment }, other) => {
    const [shown, at] = [siglum === source.siglum ? other : siglum, `${siglum}.${segment}`];
    const query = `editions=${encodeURIComponent(source.siglum)},${encodeURIComponent(shown)}&base=${encodeURIComponent(source.siglum)}&at=${encodeURIComponent(at)}`;
    return `/works/${work.slug}?${query}#${siglum}-${segment}`;
  };

function SourceForm({
  work,
  source,
  term,
  checking,
}: {
  work: Work;
  source: Edition;
  term: string;
  checking: boolean;
}) {
  const t = useTranslations('renderings');
  return (
    <form method="get" className="plain-form" action={`/works/${work.slug}/renderings`}>
      <EditionField
        label={t('in-edition')}
        name="from"
        value={source.siglum}
        editions={work.editions}
      />
      {checking ? (
        <input type="hidden" name="view" value="check" />
      ) : (
        <label>
          {t('word')}{' '}
          <input
            type="search"
            name="term"
            defaultValue={term}
            {...languageAttributes(source.language)}
          />
        </label>
      )}
      <button type="submit" className="button">
        {checking ? t('do-check') : t('look-up')}
      </button>
    </form>
  );
}

async function Renderings({
  work,
  source,
  term,
  address,
}: {
  work: Work;
  source: Edition;
  term: string;
  address: (more: string) => string;
}) {
  const t = await getTranslations('renderings');
  const terms = frequentTerms(source);
  const canEdit = await mayAct('edit', work.slug);
  const found = term ? await attemptLater(() => renderingsOf(work, source, term)) : null;
  return (
    <>
      {found instanceof InputError && <Problem title={t('not-found')} error={found} inline />}
      {found && !(found instanceof InputError) && (
        <TermTable
          work={work}
          source={source}
          term={term}
          found={found}
          placeAddress={placeAddress(work, source)}
          keep={
            canEdit ? (kept: Term) => <KeepRendering work={work.slug} term={kept} /> : undefined
          }
        />
      )}
      <TermList work={work.slug} terms={identifyTerms(work.terms ?? [])} canEdit={canEdit} />
      <section>
        <h2>{t('frequent')}</h2>
        <ul className="terms" {...languageAttributes(source.language)}>
          {terms.map(({ term: word, count }) => (
            <li key={word}>
              <Link href={address(`&term=${encodeURIComponent(word)}`)} prefetch={false}>
                {word}
              </Link>{' '}
              <small>{count}</small>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Checks({
  work,
  source,
  lists,
  kind,
  canEdit,
  address,
}: {
  work: Work;
  source: Edition;
  lists: readonly ReviewedList[];
  /** The one that is shown alone. */
  kind: SlipKind | undefined;
  canEdit: boolean;
  address: (kind?: SlipKind) => string;
}) {
  const t = useTranslations('renderings');
  const kinds = useTranslations('slips');
  const dismissals = useTranslations('dismissals');
  const csv = `/api/works/${work.slug}/check-list?base=${encodeURIComponent(source.siglum)}${kind ? `&kind=${kind}` : ''}&format=csv`;
  if (lists.length === 0) return <p className="nothing">{t('no-other')}</p>;
  const all = lists.flatMap(({ slips }) => slips.filter(({ dismissal }) => !dismissal));
  const counts = slipKinds
    .map((name) => ({ name, count: all.filter((slip) => slip.kind === name).length }))
    .filter(({ name, count }) => count > 0 || name === kind);
  return (
    <>
      <p className="quiet">{t('about-check')}</p>
      {counts.length > 1 && (
        <nav className="views" aria-label={t('kinds')}>
          <Link href={address()} aria-current={kind ? undefined : 'true'}>
            {kinds('of-kind', { kind: kinds('all'), count: all.length })}
          </Link>
          {counts.map(({ name, count }) => (
            <Link key={name} href={address(name)} aria-current={name === kind ? 'true' : undefined}>
              {kinds('of-kind', { kind: kinds(name), count })}
            </Link>
          ))}
        </nav>
      )}
      {lists.map(({ other, slips }) => (
        <CheckList
          key={other.siglum}
          base={source}
          other={other}
          slips={kind ? slips.filter((slip) => slip.kind === kind) : slips}
          placeAddress={placeAddress(work, source)}
          decide={
            canEdit
              ? (slip) =>
                  slip.dismissal ? (
                    <TakeBack work={work.slug} id={slip.id} reason={slip.dismissal.reason} />
                  ) : (
                    <DismissSlip work={work.slug} finding={matterOf(slip)} />
                  )
              : undefined
          }
        />
      ))}
      <p>
        <a href={csv} download>
          {dismissals('csv')}
        </a>
      </p>
    </>
  );
}
