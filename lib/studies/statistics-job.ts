import type { Work } from '../edition/model';
import { jobKind } from '../jobs/job';
import type { WorkStatistics } from './figures';

export const statisticsJob = jobKind<Work, WorkStatistics>('count', 'slow');
