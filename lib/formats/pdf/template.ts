/**
 * The pages, in Typst's language (https://typst.app/docs/reference/): it reads a `PrintedDocument` as JSON
 * from `sys.inputs.doc`, and the families of its faces from `sys.inputs.faces`, so that no word of a text is
 * ever taken for markup.
 */
export const template = `
#let doc = json(bytes(sys.inputs.doc))
#let faces = json(bytes(sys.inputs.faces))
#let quiet = rgb("#6b665b")
#let accent = rgb("#7a2a1c")
#let rule = 0.4pt + rgb("#bbb6a8")

#set document(title: doc.title, author: doc.authors, description: doc.description, date: none)
#set text(font: faces.text, size: if doc.paper.name == "a5" { 9.5pt } else { 10.5pt }, fallback: true)
#set par(justify: true, leading: 0.62em, spacing: 0.75em, linebreaks: "optimized")
#show heading: set text(weight: 600)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 1.15em)
#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)
#set footnote.entry(separator: line(length: 22%, stroke: rule), gap: 0.45em, indent: 0pt)
#show footnote.entry: set text(size: 0.82em)
#show footnote.entry: set par(justify: false, leading: 0.5em)

#let edition(k) = doc.editions.at(k)
#let in-language(k, body) = {
  let own = edition(k)
  set text(lang: own.lang, region: own.region, dir: if own.rtl { rtl } else { ltr })
  body
}
// What stands at the foot has lost the language of its place; it is said at the beginning of the note.
#let edition-of(note) = if note.has("children") { note.children.first().value } else { note.value }
#show footnote.entry: it => in-language(edition-of(it.note.body), it)
// Emphasis in Chinese and Japanese is a dot under each character (CLREQ, 3.2).
#let dotted(body) = {
  show regex("\\\\p{Han}|\\\\p{Hiragana}|\\\\p{Katakana}"): each => box(each + place(center + bottom, dy: 0.42em, text(size: 0.5em, "•")))
  body
}
#let emphasized(k, body) = if k != none and edition(k).dots { dotted(body) } else { emph(body) }
#let ruby(over, body) = box(stack(dir: ttb, spacing: 0.18em, align(center, text(size: 0.5em, over)), align(center, body)))
#let siglum(name) = text(font: faces.sans, size: 0.82em, weight: 600, fill: accent, dir: ltr, name)

#let inline(k, nodes) = {
  for node in nodes {
    if type(node) == str { text(node); continue }
    let body = if "c" in node and node.k not in ("note", "entry") { inline(k, node.c) }
    if node.k == "break" { linebreak() }
    else if node.k == "omission" { text(fill: accent, "‸") }
    else if node.k == "emphasis" { emphasized(k, body) }
    else if node.k == "strong" { strong(body) }
    else if node.k == "deleted" { strike(body) }
    else if node.k == "code" { text(font: faces.mono, size: 0.92em, body) }
    else if node.k == "editorial" { text(fill: quiet, body) }
    else if node.k == "insert" { underline(stroke: 0.5pt + rgb("#1d5e3a"), offset: 0.15em, body) }
    else if node.k == "delete" { underline(stroke: (paint: rgb("#8f2d2d"), thickness: 0.6pt, dash: "dotted"), offset: 0.15em, body) }
    else if node.k == "replace" { highlight(fill: rgb("#fbeecb"), top-edge: 0.85em, bottom-edge: -0.22em, body) }
    else if node.k == "move" { underline(stroke: 0.5pt + rgb("#2b3853"), offset: 0.13em, underline(stroke: 0.5pt + rgb("#2b3853"), offset: 0.26em, body)) }
    else if node.k == "link" { link(node.to, body) }
    else if node.k == "ruby" { ruby(node.over, body) }
    else if node.k == "label" { text(fill: quiet, node.text) }
    else if node.k == "page" { text(fill: quiet, size: 0.75em, "[" + node.text + "]") }
    else if node.k == "siglum" { siglum(node.text) }
    else if node.k == "reference" { super(node.mark) }
    else if node.k == "note" { footnote(numbering: _ => node.mark, metadata(k) + inline(k, node.c)) }
    else if node.k == "entry" {
      inline(k, node.lemma)
      footnote(numbering: "1", metadata(k) + inline(k, node.c))
    }
  }
}

// Paragraphs of running text, which stand in no row, begin with space in some languages.
#let indent(k) = if doc.texts.len() > 0 { edition(k).indent * 1em } else { 0pt }

// The headings of one edition lead through the document; those of the others look the same.
#let as-block(k, block-of, leads) = {
  let body = if "c" in block-of { inline(k, block-of.c) }
  let kind = block-of.kind
  if kind == "heading" { heading(level: block-of.level, outlined: leads, bookmarked: leads, body) }
  else if kind == "verse" { par(hanging-indent: 1.5em, justify: false, spacing: 0.62em, body) }
  else if kind == "item" { par(hanging-indent: 1em, [• ] + body) }
  else if kind == "note" { block(text(size: 0.85em, body)) }
  else if kind == "table" {
    let width = calc.max(..block-of.rows.map(each => each.len()))
    table(
      columns: width,
      stroke: rule,
      inset: 0.4em,
      ..block-of.rows.map(each => each.map(cell => inline(k, cell)) + range(width - each.len()).map(_ => [])).flatten(),
    )
  }
  else { par(first-line-indent: (amount: indent(k), all: true), body) }
}
#let blocks(k, all, leads) = in-language(k, for each in all { as-block(k, each, leads) })

#let running = context {
  let here-page = here().page()
  if here-page == 1 { return }
  set text(size: 0.78em, fill: quiet)
  set par(justify: false)
  let past = query(heading.where(outlined: true)).filter(each => each.location().page() <= here-page)
  let title = text(doc.title)
  let chapter = if past.len() > 0 { past.last().body } else { none }
  // On the left page the work, on the right one the chapter.
  if calc.even(here-page) { align(left, title) } else { align(right, if chapter == none { title } else { chapter }) }
  v(-0.6em)
  line(length: 100%, stroke: rule)
}
#set page(
  width: (if doc.paper.landscape { doc.paper.height } else { doc.paper.width }) * 1mm,
  height: (if doc.paper.landscape { doc.paper.width } else { doc.paper.height }) * 1mm,
  margin: (top: 11%, bottom: 10%, inside: 11%, outside: 9%),
  header: running,
  footer: context align(center, text(size: 0.78em, fill: quiet, counter(page).display())),
)
#let body-width = (if doc.paper.landscape { doc.paper.height } else { doc.paper.width }) * 0.8mm
#let body-height = (if doc.paper.landscape { doc.paper.width } else { doc.paper.height }) * 0.79mm

// The opening: title, who wrote it, what the text is not.
#{
  show std.title: set text(size: 1.7em, weight: 600)
  show std.title: set par(justify: false)
  if doc.layout == "edition" { in-language(0, title()) } else { title() }
}
#if doc.byline != "" { par(text(fill: quiet, doc.byline)) }
#if doc.description != "" { par(doc.description) }
#for own in doc.editions { if own.notice != none { par(text(size: 0.9em, style: "italic", [#siglum(own.siglum) ] + text(own.notice))) } }
#if doc.legend.len() > 0 { par(justify: false, text(size: 0.82em, fill: quiet, inline(none, doc.legend))) }
#v(0.6em)

#let columns-layout() = {
  set text(size: if doc.editions.len() > 3 { 0.82em } else if doc.editions.len() > 2 { 0.9em } else { 1em })
  set par(justify: doc.editions.len() < 3)
  table(
    columns: range(doc.editions.len()).map(_ => 1fr),
    stroke: (x, y) => (top: rule, bottom: rule),
    inset: (x: 0.7em, y: 0.6em),
    table.header(..doc.editions.enumerate().map(((k, own)) => align(left, siglum(own.siglum) + if own.title == own.siglum [] else { [ ] + in-language(k, text(size: 0.9em, own.title)) }))),
    ..doc.rows.map(row => row.enumerate().map(((k, all)) => blocks(k, all, k == doc.base))).flatten(),
  )
}

#let interleaved-layout() = {
  for row in doc.rows {
    block(above: 1.5em, below: 1.5em, grid(
      columns: (4.2em, 1fr),
      column-gutter: 0.5em,
      row-gutter: 0.6em,
      ..row.enumerate().filter(((k, all)) => all.len() > 0).map(((k, all)) => (pad(top: 0.1em, siglum(edition(k).siglum)), blocks(k, all, k == doc.base))).flatten(),
    ))
  }
}

// Left pages hold one edition, right pages the other: as many places as fit on both.
#let pages-layout() = context {
  let cell(k, rows) = {
    for row in rows { blocks(k, row.at(k), k == doc.base) }
  }
  let tall(k, rows) = measure(width: body-width, cell(k, rows)).height
  let spread(rows) = {
    pagebreak(to: "even", weak: true)
    cell(0, rows)
    pagebreak(to: "odd")
    cell(1, rows)
  }
  // Notes at the foot and the space between paragraphs are not measured: room is left for them.
  let room = body-height * 0.86
  let held = ()
  let used = (0pt, 0pt)
  for row in doc.rows {
    let own = (tall(0, (row,)), tall(1, (row,)))
    let next = (used.at(0) + own.at(0) + 0.75em.to-absolute(), used.at(1) + own.at(1) + 0.75em.to-absolute())
    if held.len() > 0 and calc.max(..next) > room { spread(held); held = (row,); used = own } else { held.push(row); used = next }
  }
  if held.len() > 0 { spread(held) }
}

#if doc.layout == "columns" { columns-layout() }
#if doc.layout == "interleaved" { interleaved-layout() }
#if doc.layout == "pages" { pages-layout() }
#for part in doc.texts {
  counter(footnote).update(0)
  if part.title != none { in-language(part.base, heading(level: 1, part.title)) }
  blocks(part.base, part.blocks, true)
}

#if doc.layout == "pages" { pagebreak(weak: true) } else { v(1.5em) }
#block(breakable: true, {
  set text(size: 0.85em)
  set par(justify: false)
  grid(
    columns: if doc.editions.len() > 1 { (1fr, 1fr) } else { (1fr,) },
    gutter: 1.2em,
    ..doc.editions.enumerate().map(((k, own)) => block(breakable: false, {
      par(siglum(own.siglum) + if own.title == own.siglum [] else { [ ] + in-language(k, strong(own.title)) })
      for (term, value) in own.about { par(spacing: 0.45em, hanging-indent: 1em, text(fill: quiet, term + doc.colon) + text(value)) }
    })),
  )
})
`;
