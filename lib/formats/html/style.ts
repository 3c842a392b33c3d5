/** The style of pages that stand by themselves: on a screen, in a reader, and printed. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #23211c; --quiet: #6b665b; --rule: #d9d4c7;
  --insert: #1d5e3a; --replace: #fbeecb; --delete: #8f2d2d; --moved: #dfe7f5; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a17; --ink: #e8e3d8; --quiet: #a49d8d;
  --rule: #3b3831; --insert: #8fd0a8; --replace: #4d4017; --delete: #eda3a3; --moved: #2b3853; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; background: var(--paper);
  color: var(--ink); font-size: 1.05rem; line-height: 1.55;
  font-family: "Source Serif 4", Charter, Georgia, "Noto Serif CJK SC", "Songti SC", serif; }
.reading { max-width: 42rem; }
:lang(zh), :lang(lzh), :lang(yue), :lang(ja) { line-height: 1.8; text-align: justify; }
em:lang(zh), em:lang(lzh), em:lang(yue), em:lang(ja) { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
em:lang(ja) { text-emphasis-position: over right; }
em:lang(ar), em:lang(fa), em:lang(he) { font-style: normal; font-weight: 600; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.7rem; margin-top: 0.4em; } h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
p { margin: 0 0 0.8em; }
.text > p:not(.line):lang(zh), .text > p:not(.line):lang(lzh), .text > p:not(.line):lang(yue) { text-indent: 2em; margin-bottom: 0.3em; }
.text > p:not(.line):lang(ja) { text-indent: 1em; margin-bottom: 0.3em; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.15em; }
.about, .siglum, .label, .quiet, footer { color: var(--quiet); }
.about, footer, nav, th, .siglum { font-family: "Source Sans 3", "Helvetica Neue", Arial, sans-serif; font-size: 0.85rem; }
.about dt { float: inline-start; clear: both; margin-inline-end: 0.5em; } .about dd { margin: 0; }
.siglum { font-weight: 600; }
.comparison { border-collapse: collapse; table-layout: fixed; width: 100%; }
.comparison th { text-align: start; font-weight: 400; padding: 0.4rem 0.8rem; border-bottom: 1px solid var(--ink); }
.comparison td { vertical-align: top; padding: 0.6rem 0.8rem; border-bottom: 1px solid var(--rule); }
.comparison td > p:last-child { margin-bottom: 0; }
.comparison .heading { font-weight: 600; font-size: 1.15em; }
.place { border-bottom: 1px solid var(--rule); padding: 0.6rem 0; } .place .siglum { margin: 0.3em 0 0; }
.verse, .line, .verse p { margin-bottom: 0; } .footnote, .notes { font-size: 0.9em; }
.notes { border-top: 1px solid var(--rule); margin-top: 2.5rem; padding-top: 0.8rem; }
ins { color: var(--insert); text-decoration: underline; text-underline-offset: 0.2em; }
mark { color: inherit; background: var(--replace); }
mark.absent { color: var(--delete); background: none; text-decoration: underline dotted; text-underline-offset: 0.2em; }
mark.moved { background: var(--moved); }
.omission { color: var(--delete); font-weight: 600; }
.page-break { position: relative; } .page-break::after { content: "[" attr(title) "]"; color: var(--quiet); font-size: 0.75em; user-select: none; }
sup { line-height: 0; font-size: 0.75em; }
.rows td { border: 1px solid var(--rule); padding: 0.2rem 0.5rem; }
@media (max-width: 40rem) { .comparison, .comparison tbody, .comparison tr, .comparison td { display: block; }
  .comparison thead { display: none; } .comparison td { border: 0; padding: 0.2rem 0; }
  .comparison td:not(:empty)::before { content: attr(data-edition); display: block; color: var(--quiet); font: 600 0.85rem "Source Sans 3", Arial, sans-serif; } .comparison tr { border-bottom: 1px solid var(--rule); padding: 0.6rem 0; } }
@media print { :root { color-scheme: light; --paper: #fff; --ink: #000; }
  body { padding: 0; font-size: 10pt; } tr, .place { break-inside: avoid; } thead { display: table-header-group; } nav { display: none; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } @page { size: A4; margin: 18mm; }
  @page wide { size: A4 landscape; } .comparison { page: wide; } }
`;
