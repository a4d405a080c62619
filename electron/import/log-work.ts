import path from 'node:path';
import type { RescueChoices } from '#shared/import/rescue/rescued-case.ts';
import type { Result } from '#shared/lib/result.ts';
import { type Background, inThisProcess, inWorkers, runWorker } from '../notebook/background.ts';
import { type IndexedLog, indexLog, type IndexRequest } from './index-log.ts';
import type { LogFileError } from './log-file.ts';
import type { ReadingAnswers } from './plan-reading.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { type LogPreview, previewLog } from './preview-log.ts';

type WorkOptions = {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Everything an import does with whole files: in this process for the command line, in workers beside a window. */
export type LogWork = Pick<Background, 'takeFile'> & {
  readonly previewLog: (
    file: string,
    answers: ReadingAnswers,
    options?: WorkOptions,
  ) => Promise<Result<LogPreview, LogFileError>>;
  /** Reads a file as the case of another tool. */
  readonly readCase: (file: string, choices: RescueChoices) => Promise<ReadCase>;
  readonly indexLog: (
    request: IndexRequest,
    options?: WorkOptions,
  ) => Promise<Result<IndexedLog, LogFileError>>;
};

/** Does the work here. */
export const logWorkHere: LogWork = {
  takeFile: inThisProcess.takeFile,
  previewLog,
  readCase,
  indexLog,
};

/** Does the work in workers; `folder` holds their bundles (dist/main/workers). */
export function logWorkInWorkers(folder: string): LogWork {
  const file = path.join(folder, 'import.cjs');
  return {
    takeFile: inWorkers(folder).takeFile,
    previewLog: (log, answers, options = {}) =>
      runWorker(file, ['preview', log, JSON.stringify(answers)], options),
    readCase: (caseFile, choices) =>
      runWorker(file, ['case', caseFile, JSON.stringify(choices)], {}),
    indexLog: (request, options = {}) =>
      runWorker(file, ['index', JSON.stringify(request)], options),
  };
}
