import { indexLog, type IndexRequest } from '../import/index-log.ts';
import type { ReadingAnswers } from '../import/plan-reading.ts';
import { previewLog } from '../import/preview-log.ts';
import type { RescueChoices } from '#shared/import/rescue/rescued-case.ts';
import { readCase } from '../import/read-case.ts';
import { serveWork } from './serve-work.ts';

void serveWork(([job, ...rest], options) => {
  // Our own process on the other side (electron/import/log-work.ts), built from the same types.
  if (job === 'preview')
    return previewLog(rest[0] ?? '', JSON.parse(rest[1] ?? '') as ReadingAnswers, options);
  if (job === 'case') return readCase(rest[0] ?? '', JSON.parse(rest[1] ?? '') as RescueChoices);
  return indexLog(JSON.parse(rest[0] ?? '') as IndexRequest, options);
});
