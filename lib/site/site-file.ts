/** A file of the site, by its path from the site's folder. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}
