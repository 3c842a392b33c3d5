/** How files begin that LibreOffice reads, as Latin-1: it takes any others for plain text. */
export const beginnings = {
  rtf: /^\s*\{\\rtf/,
  doc: /^ÐÏ\x11à¡±\x1aá/,
  wpd: /^ÿWPC/,
  /** As a DOC, or as the sheets of Excel 2 to 4. */
  xls: /^(?:ÐÏ\x11à¡±\x1aá|\t[\0\x02\x04][\x04\x06]\0)/,
} as const;
