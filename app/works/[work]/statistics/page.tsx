import type { Metadata } from 'next';
import Link from 'next/link';
import { InputError } from '../../../../lib/edition/errors';
import { type FigureTable, statisticsTables } from '../../../../lib/export/statistics';
import { loadWork } from '../../../../lib/library/library';
import { type LanguageGroup, workStatistics } from '../../../../lib/library/statistics';
import { Figure } from '../../../components/figure';
import { languageName } from '../../../components/names';
import { openWork } from '../../../components/open-work';
import { Problem, Problems } from '../../../components/problem';
import {
  kindsChart,
  lengthChart,
  similarityChart,
  treeChart,
} from '../../../components/statistics-charts';
import { WorkHead } from '../../../components/work-head';

interface Props {
  params: Promise<{ work: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  try {
    return { title: `Statistics of ${loadWork((await params).work).work.title}` };
  } catch {
    return { title: 'Statistics' };
  }
}

/** How the editions of a work stand to each other, in figures. */
export default async function StatisticsPage({ params }: Props) {
  const slug = (await params).work;
  const found = openWork(slug);
  if (found instanceof InputError) {
    return <Problem title="This work cannot be read" error={found} />;
  }
  const { work, problems } = found;
  const statistics = await workStatistics(work);
  const tables = statisticsTables(statistics);
  return (
    <>
      <WorkHead work={work} page="/statistics" />
      <Problems problems={problems} />
      <div className="study">
        <section>
          <h2>All editions</h2>
          <Figure
            work={slug}
            table={tables[0]}
            drawing={lengthChart(statistics.editions)}
            note="Letters and digits, beside those of the base; variety is different words over words."
          />
        </section>
        {statistics.groups.map((group) => (
          <Group
            key={group.language}
            work={slug}
            group={group}
            tables={tables.filter(({ name }) => name.endsWith(`-${group.language}`))}
          />
        ))}
        {statistics.groups.length === 0 && (
          <p className="nothing">
            No two editions share a language, so there is nothing to compare word by word.
          </p>
        )}
      </div>
    </>
  );
}

function Group({
  work,
  group,
  tables,
}: {
  work: string;
  group: LanguageGroup;
  tables: FigureTable[];
}) {
  const table = (name: string) => tables.find((each) => each.name === `${name}-${group.language}`)!;
  return (
    <section>
      <h2>{`The ${group.sigla.length} editions in ${languageName(group.language)}`}</h2>
      <Figure
        work={work}
        table={table('similarity')}
        drawing={similarityChart(group)}
        note="Share of words that two editions have in common, in order, passage by passage."
      />
      {group.tree && (
        <Figure
          work={work}
          table={table('tree')}
          drawing={treeChart(group.tree, group.sigla)}
          note="Neighbour joining (Saitou and Nei 1987), hung up by its middle: likeness of wording, not proof of descent."
        />
      )}
      <Figure
        work={work}
        table={table('kinds')}
        drawing={kindsChart(group)}
        note="Places where an edition differs from the base, each counted once."
      />
      <Figure work={work} table={table('variable')} />
      <p className="quiet">
        <Link href={`/works/${work}/collation?only=differences`}>Read them in the collation</Link>
      </p>
      <Figure work={work} table={table('unique')}>
        <dl className="unique">
          {group.unique.map(({ siglum, words }) => (
            <div key={siglum}>
              <dt className="siglum">{siglum}</dt>
              <dd lang={group.language}>
                {words
                  .map(({ word, count }) => (count > 1 ? `${word} (${count})` : word))
                  .join(', ')}
              </dd>
            </div>
          ))}
        </dl>
      </Figure>
    </section>
  );
}
