/** Number of bytes of the header of a font file, and of each record of its directory of tables. */
const headerBytes = 12;
const recordBytes = 16;
/** Names that a program may know a font by: family, style, full name, name in PostScript, typographic family. */
const [family, style, full, postscript, typographic] = [1, 2, 4, 6, 16];

interface FontTable {
  tag: string;
  data: Buffer;
}

/**
 * A TrueType font under another family name. Faces on the web come in parts, all of one name; a program that
 * finds faces by their names would see only one of them.
 *
 * Source: OpenType 1.9.1, “OpenType Font File” and “name — Naming Table”.
 */
export function withFamilyName(font: Buffer, name: string): Buffer {
  const count = font.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, k): FontTable => {
    const at = headerBytes + k * recordBytes;
    const tag = font.toString('latin1', at, at + 4);
    const start = font.readUInt32BE(at + 8);
    const data = font.subarray(start, start + font.readUInt32BE(at + 12));
    return { tag, data: tag === 'name' ? nameTable(name) : data };
  });
  return assemble(font.subarray(0, headerBytes), tables);
}

function nameTable(name: string): Buffer {
  const names: [id: number, text: string][] = [
    [family, name],
    [style, 'Regular'],
    [full, name],
    [postscript, name.replace(/[^A-Za-z0-9]/g, '')],
    [typographic, name],
  ];
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const records = Buffer.alloc(6 + names.length * 12);
  records.writeUInt16BE(names.length, 2);
  records.writeUInt16BE(records.length, 4);
  let offset = 0;
  names.forEach(([id], k) => {
    // Windows, Unicode BMP, English of the United States.
    const fields = [3, 1, 0x409, id, texts[k].length, offset];
    fields.forEach((field, n) => {
      records.writeUInt16BE(field, 6 + k * 12 + n * 2);
    });
    offset += texts[k].length;
  });
  return Buffer.concat([records, ...texts]);
}

function assemble(header: Buffer, tables: readonly FontTable[]): Buffer {
  const directory = Buffer.alloc(headerBytes + tables.length * recordBytes);
  header.copy(directory);
  let offset = directory.length;
  const bodies = tables.map(({ tag, data }, k) => {
    // Tables begin at multiples of four bytes.
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    const at = headerBytes + k * recordBytes;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(padded), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(data.length, at + 12);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
