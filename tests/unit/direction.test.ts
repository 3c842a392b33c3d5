import { NextIntlClientProvider } from 'next-intl';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ApparatusView } from '../../app/components/collation/apparatus-view';
import { GraphView } from '../../app/components/collation/graph-view';
import { InlineView } from '../../app/components/collation/inline-view';
import { TableView } from '../../app/components/collation/table-view';
import messages from '../../app/messages/en.json';
import { apparatus } from '../../lib/collate/apparatus';
import { collate, withSpaces } from '../../lib/collate/collation';
import { createClassifier } from '../../lib/collate/kinds';
import { prepareWitnesses } from '../../lib/collate/prepare';
import { languageAttributes } from '../../lib/edition/language-attributes';
import { writeCollation } from '../../lib/formats/collation/write';

const collated = (language: string, ...texts: string[]) => {
  const witnesses = prepareWitnesses(
    texts.map((text, n) => ({ siglum: 'AB'[n], text })),
    { language },
  );
  const collation = withSpaces(collate(witnesses));
  return { collation, parts: apparatus(collation, 0, createClassifier({ language })) };
};
const html = (element: ReactElement) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale: 'en',
      timeZone: 'UTC',
      messages,
      // biome-ignore lint/correctness/noChildrenProp: its type wants it among the properties.
      children: element,
    }),
  );
/** Horizontal centres of a graph's boxes that hold words, in the order of the text. */
const centres = (svg: string) =>
  [...svg.matchAll(/<text lang="[^"]*"[^>]* x="([\d.]+)"/g)].map(([, x]) => Number(x));

describe.each([
  ['he', 'בראשית היה הדבר', 'בראשית היה האור', 'rtl'],
  ['en', 'In the beginning was the word', 'In the beginning was the light', 'ltr'],
])('a collation in %s', (lang, a, b, dir) => {
  const { collation, parts } = collated(lang, a, b);

  test('has text, apparatus, table and readings in its direction', () => {
    const page = html(createElement(ApparatusView, { row: 1, parts, lang }));
    expect(page).toContain(`<p class="base-text" lang="${lang}" dir="${dir}">`);
    expect(page).toMatch(new RegExp(`<ol class="apparatus" dir="${dir}"`));
    expect(page).toContain(`<span class="lemma-text" lang="${lang}" dir="${dir}">`);
    expect(html(createElement(InlineView, { parts, lang }))).toContain(
      `<p class="inline-text" lang="${lang}" dir="${dir}">`,
    );
    const table = html(createElement(TableView, { row: 1, collation, lang }));
    expect(table).toContain(`<section class="scroller" dir="${dir}"`);
    expect(writeCollation(collation, 'html', createClassifier({ language: lang }), lang)).toContain(
      `<main lang="${lang}" dir="${dir}">`,
    );
    expect(table).not.toMatch(/<td(?![^>]* dir=)/);
  });

  test('has a graph that goes in its direction', () => {
    const found = centres(
      html(createElement(GraphView, { row: 1, collation, lang, frame: 'div' as never })),
    );
    expect(found.length).toBeGreaterThan(2);
    expect(found[0] < (found.at(-1) ?? 0)).toBe(dir === 'ltr');
  });
});

test('words of no known language have no direction of their own', () => {
  expect(languageAttributes(undefined)).toEqual({});
  expect(languageAttributes('ar')).toEqual({ lang: 'ar', dir: 'rtl' });
});

test('the words of editors keep their full stop behind them in a text from right to left', () => {
  const { parts } = collated('he', 'בראשית היה הדבר', 'בראשית היה');
  for (const view of [
    createElement(ApparatusView, { row: 1, parts, lang: 'he' }),
    createElement(InlineView, { parts, lang: 'he' }),
  ]) {
    expect(html(view)).toContain('<i lang="la" dir="ltr">om.</i>');
  }
});
