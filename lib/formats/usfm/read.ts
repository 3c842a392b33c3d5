import {
  createUsfmStylesheet,
  type UsfmToken,
  UsfmTokenizer,
  UsfmTokenType,
} from '@sillsdev/machine/corpora';
import type { EditionDraft } from '../../edition/read';
import { type GivenFile, Losses } from '../document';
import { ScriptureBuilder } from '../scripture/builder';
import { isMilestone } from '../scripture/markers';
import { decodeText } from '../text/decode';

/** The stylesheet that says which markers are paragraphs, characters and notes; read once. */
let tokenizer: Promise<UsfmTokenizer> | undefined;

/**
 * Reads Unified Standard Format Markers, as Bibles are kept in, in the order of the file: numbers
 * may come twice, be out of order or resumed.
 *
 * Cut into its markers by SIL's `@sillsdev/machine`, the library behind Paratext's tools. `usfm-js`
 * keeps verses by their numbers, so that what comes twice is lost; Proskomma takes minutes for a
 * large book, and `usfm-grammar` refuses what its grammar does not foresee.
 */
export async function readUsfm({ bytes, name }: GivenFile): Promise<EditionDraft> {
  const { text, warnings } = decodeText(bytes, name);
  tokenizer ??= createUsfmStylesheet().then((stylesheet) => new UsfmTokenizer(stylesheet));
  const tokens = (await tokenizer).tokenize(text.replace(/^\uFEFF/, ''));
  const losses = new Losses();
  const reader = new UsfmReader(new ScriptureBuilder(losses), losses);
  tokens.forEach((token, k) => {
    reader.read(token, tokens[k + 1]);
  });
  const draft = reader.finish();
  return { ...draft, warnings: [...warnings, ...draft.warnings] };
}

class UsfmReader {
  /** Within an identification line, whose words are not text. */
  private identifying = false;
  /** Within a milestone, such as those of aligned texts. */
  private milestone = false;
  /** The caption of a picture that is open. */
  private figure: string | null = null;
  /** Within the title of a division, which may have attributes. */
  private division = false;
  /** Before the sign that calls a note, which is not text. */
  private caller = false;

  constructor(
    private readonly builder: ScriptureBuilder,
    private readonly losses: Losses,
  ) {}

  finish(): EditionDraft {
    return this.builder.finish();
  }

  read(token: UsfmToken, next: UsfmToken | undefined): void {
    const marker = (token.marker ?? '').replace(/^\+/, '');
    const { builder } = this;
    const line = token.lineNumber;
    switch (token.type) {
      case UsfmTokenType.Book:
        this.identifying = true;
        return;
      case UsfmTokenType.Chapter:
        this.startLine();
        builder.chapter(token.data ?? '');
        return;
      case UsfmTokenType.Verse:
        this.startLine();
        builder.verse(token.data ?? '');
        return;
      case UsfmTokenType.Paragraph:
        this.startLine();
        this.division = marker === 'periph';
        builder.paragraph(marker, line);
        return;
      case UsfmTokenType.Character:
        if (marker === 'fig') this.figure = '';
        else {
          if (!token.marker?.startsWith('+')) builder.closeCharacters();
          builder.open(marker, undefined, line, token.getAttribute('gloss'));
        }
        return;
      case UsfmTokenType.Note:
        builder.open(marker, undefined, line);
        return;
      case UsfmTokenType.Text:
        this.words(this.withoutAttributes(token, next), line);
        return;
      case UsfmTokenType.End:
      case UsfmTokenType.MilestoneEnd:
        this.end(marker.replace(/\*$/, ''), line);
        return;
      case UsfmTokenType.Milestone:
      case UsfmTokenType.Attribute:
        return;
      default:
        this.unknown(marker, line);
    }
  }

  private startLine(): void {
    this.division = false;
    this.identifying = false;
    this.milestone = false;
    this.figure = null;
  }

  private words(text: string, line: number): void {
    if (this.identifying) this.losses.add('identification lines', line, text);
    else if (this.figure !== null) this.figure += text;
    else if (this.milestone) {
      this.losses.add('attributes of milestones', line);
    } else {
      const words = this.division ? text.replace(/\|.*/s, ' ') : text;
      this.builder.text(plain(this.caller ? words.replace(/^\s*\S\s/, '') : words));
    }
    this.caller = false;
  }

  /** The words before the attributes of a style, which stand before its end: `\wa word|lemma\wa*`. */
  private withoutAttributes(
    { text = '', lineNumber }: UsfmToken,
    next: UsfmToken | undefined,
  ): string {
    const ends = next?.type === UsfmTokenType.End || next?.marker?.endsWith('*');
    const [, words, attributes] = /^(.*)\|([^|]*)$/s.exec(text) ?? [];
    if (!ends || attributes === undefined || this.figure !== null) return text;
    this.losses.add('attributes of styles', lineNumber, attributes);
    return words;
  }

  private end(marker: string, line: number): void {
    if (this.milestone && marker === '') this.milestone = false;
    else if (marker === 'fig' && this.figure !== null) {
      // Before USFM 3 a caption is the sixth of seven parts.
      const parts = this.figure.split('|');
      const isOld = parts.length > 5;
      if (isOld && parts[0].trim() !== '')
        this.losses.add('descriptions of pictures', line, parts[0]);
      this.builder.picture((isOld ? parts[5] : parts[0]) ?? '', line);
      this.figure = null;
    } else this.builder.close(marker);
  }

  private unknown(marker: string, line: number): void {
    if (isMilestone(marker)) {
      this.milestone = true;
      return;
    }
    if (marker === '') this.builder.text(' ');
    // Extended notes and the like are known to us where the stylesheet has them not.
    if (/^(ef|ex|efe)$/.test(marker)) {
      this.builder.open(marker, undefined, line);
      this.caller = true;
    } else {
      this.builder.closeCharacters();
      this.builder.open(marker, undefined, line);
    }
  }
}

/** Discretionary line breaks are spaces, `~` a space that does not break. */
function plain(text: string): string {
  return text.replace(/\s*(?<!:)\/\/\s*/g, ' ').replaceAll('~', '\u00a0');
}
