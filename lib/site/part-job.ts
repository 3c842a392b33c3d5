import { jobKind } from '../jobs/job';
import type { SiteOptions } from './site-options';
import type { PutPart } from './writer';

/** A part of a site to be made, as plain data for a thread. */
export interface SitePartJob {
  /** Tells one writing of a site from the next: between them the library may change. */
  writing: string;
  folder: string;
  library: string;
  /** The state of the program as who asks for the part knows it. */
  program: string;
  site: SiteOptions;
  /** The slug of its work. */
  work: string;
  /** The name of the part. */
  part: string;
}

export const sitePartJob = jobKind<SitePartJob, PutPart>('site part', 'parts');
