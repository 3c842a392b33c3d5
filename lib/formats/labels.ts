/** What an exported file says of its texts in words of its own. */
export interface ExportLabels {
  /** Of these words; BCP 47. */
  language: string;
  author: string;
  translator: string;
  date: string;
  source: string;
  licence: string;
  address: string;
  note: string;
  /** Between a label and what it labels. */
  colon: string;
  /** Between names in a line. */
  comma: string;
  contents: string;
  /** The title of places that have no heading: `{from}` to `{to}`. */
  places: string;
  /** The key to the marks: `{bases}`, and words in tags that name what they show. */
  legend: string;
}

export const englishLabels: ExportLabels = {
  language: 'en',
  author: 'Author',
  translator: 'Translator',
  date: 'Date',
  source: 'Source',
  licence: 'Licence',
  address: 'Address',
  note: 'Note',
  colon: ': ',
  comma: ', ',
  contents: 'Contents',
  places: 'Places {from} to {to}',
  legend:
    'Compared with {bases}: <insert>only here</insert>, <replace>other words</replace>, <move>moved</move>, <delete>absent elsewhere</delete>, <omission>‸</omission> words left out here.',
};
