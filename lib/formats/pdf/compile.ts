import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { InputError } from '../../core/errors';
import { facesFor } from './faces';
import type { PrintedDocument } from './printed';
import { template } from './template';

/** Accessible to screen readers, with a glyph for each character. Source: ISO 14289-1. */
const standard = 'ua-1';
/** Characters that a message names at most. */
const namedCharacters = 20;

/**
 * Sets the pages of a document as PDF. It takes seconds for a book: not for the process that serves readers.
 *
 * @throws InputError where no font has some character of the document.
 */
export async function compilePdf(document: PrintedDocument): Promise<Uint8Array> {
  const doc = JSON.stringify(document);
  // The template's own words are among its letters.
  const { fonts, families } = await facesFor(new Set([...doc, ...template]));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const page = { mainFileContent: template, inputs: { doc, faces: JSON.stringify(families) } };
  try {
    return compiler.pdf(page, { pdfStandard: standard });
  } catch (error) {
    // The compiler's messages stand in one or the other.
    const said = `${error} ${(error as { code?: unknown }).code}`;
    const missing = missingCharacters(said);
    if (missing.length > 0) throw withoutGlyph(missing);
    // What the standard asks for beside glyphs is not a reason to give nothing.
    if (said.includes('PDF/UA')) return compiler.pdf(page);
    throw new Error(`the pages could not be set: ${said}`);
  }
}

/** The characters that the compiler's message says it has no glyph for. */
function missingCharacters(message: string): string[] {
  // As Rust prints a string within a string: the quotation marks have one backslash or none.
  const stretches = message.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g);
  const texts = [...stretches].map(([, text]) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
  return [...new Set(texts.flatMap((text) => [...text]))];
}

function withoutGlyph(missing: readonly string[]): InputError {
  const named = missing
    .slice(0, namedCharacters)
    .map(
      (each) => `${each} (U+${each.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
    );
  const more =
    missing.length > namedCharacters ? ` and ${missing.length - namedCharacters} more` : '';
  return new InputError(`no font here has ${named.join(', ')}${more}`, {
    remedy:
      'install a font for their script on the machine that prints, such as one of the Noto family',
  });
}
