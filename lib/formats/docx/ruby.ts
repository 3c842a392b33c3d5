import { type ParagraphChild, Run, TextRun, XmlComponent } from 'docx';
import { xmlText } from '../prepared';

/** An element of WordprocessingML that the library has none for. */
class WordElement extends XmlComponent {
  constructor(name: string, children: (XmlComponent | Run)[]) {
    super(name);
    this.root.push(...children);
  }
}

/** Words with their reading over them (ECMA-376, 17.3.3.25). */
export function rubyRun(base: TextRun, reading: string): ParagraphChild {
  const run = new Run({});
  run.addChildElement(
    new WordElement('w:ruby', [
      new WordElement('w:rubyPr', []),
      new WordElement('w:rt', [new TextRun({ text: xmlText(reading) })]),
      new WordElement('w:rubyBase', [base]),
    ]),
  );
  return run;
}
