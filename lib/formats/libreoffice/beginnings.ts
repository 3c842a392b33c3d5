/** How files begin that LibreOffice reads, as Latin-1: it takes any others for plain text. */
export const beginnings = {
  rtf: /^\s*\{\\rtf/,
  doc: /^ÐÏ\x11à¡±\x1aá/,
  wpd: /^ÿWPC/,
} as const;
