import type {
  ColumnMapping,
  Detection,
  LogReader,
  Question,
  ReadingChoices,
} from '#shared/import/log-reader.ts';
import type { LogRow } from '#shared/import/log-row.ts';
import { makeZoneClock } from '#shared/import/log-time.ts';
import { detectEncoding } from './detect-encoding.ts';
import { readFileHead } from './file-head.ts';
import type { LogEncoding } from './log-encoding.ts';
import { planFromHead, type ReadingPlan } from './read-log.ts';
import type { ReadableFile } from './readable-file.ts';

/** What a person says about a file before it is read; kept in the notebook. */
export type ReadingAnswers = {
  /** A reader's id; the best one by content unless it is named. */
  readonly reader?: string | undefined;
  readonly encoding?: LogEncoding | undefined;
  readonly zone?: string | undefined;
  readonly year?: number | undefined;
  readonly order?: ReadingChoices['order'] | undefined;
  readonly columns?: ColumnMapping | undefined;
};
