import {
  BorderStyle,
  HeadingLevel,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  ShadingType,
} from 'docx';
import type { Mark } from '../../collate/marks';

export const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
export const rule = { style: BorderStyle.SINGLE, size: 4, color: 'BBB6A8' };
export const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The style of verse, by which it is known when the document is read. */
export const verse = {
  id: 'Verse',
  name: 'Verse',
  basedOn: 'Normal',
  next: 'Verse',
  quickFormat: true,
};

/**
 * Differences are styles of characters, so that a writer may give them another look, and that they
 * are distinguished from what the text itself has struck out or underlined.
 */
export const looks: Record<Mark['kind'] | 'omission', ICharacterStyleOptions> = {
  insert: { id: 'OnlyHere', name: 'Only here', run: { underline: {}, color: '1D5E3A' } },
  delete: { id: 'Absent', name: 'Absent elsewhere', run: { strike: true, color: '8F2D2D' } },
  replace: {
    id: 'OtherWords',
    name: 'Other words',
    run: { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FBEECB' } },
  },
  move: { id: 'Moved', name: 'Moved', run: { underline: { type: 'double' }, color: '2B3853' } },
  omission: { id: 'LeftOut', name: 'Words left out', run: { color: '8F2D2D' } },
};

/** What stands in a text beside its words: known by its style when the document is read. */
export const beside = {
  label: { id: 'Label', name: 'Label', run: { color: '6B665B' } },
  page: { id: 'PageMark', name: 'Page mark', run: { color: '6B665B', size: 16 } },
  /** Word has no notes within notes: the number of the note that one calls. */
  call: { id: 'CallWithinNote', name: 'Call within a note', run: { superScript: true } },
  code: { id: 'Code', name: 'Code', run: { font: 'Courier New' } },
} satisfies Record<string, ICharacterStyleOptions>;

/** A note to which nothing refers, by which it is a note when the document is read: Word has none. */
export const looseNote = {
  id: 'NoteWithoutReference',
  name: 'Note without reference',
  basedOn: 'Normal',
  run: { size: 18 },
} satisfies IParagraphStyleOptions;

/** An item of a list that has no number, but a letter or the like, by which it is known when the document is read. */
export const labelledItem = {
  id: 'ItemWithLabel',
  name: 'Item with a label',
  basedOn: 'Normal',
  paragraph: { indent: { left: 720, hanging: 360 } },
} satisfies IParagraphStyleOptions;

/** What the pages say of the text: left out when the document is read, see `read.ts`. */
export const about = {
  id: 'AboutTheText',
  name: 'About the text',
  basedOn: 'Normal',
  run: { size: 18, color: '6B665B' },
  paragraph: { spacing: { after: 60 } },
} satisfies IParagraphStyleOptions;

export const styles: IStylesOptions = {
  paragraphStyles: [verse, looseNote, labelledItem, about],
  characterStyles: [...Object.values(looks), ...Object.values(beside)],
};
