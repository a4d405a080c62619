import type { LogReader } from './log-reader.ts';

/** Every format that can be read; the surest detection wins, the earlier one when two are as sure. */
export const logReaders: readonly LogReader[] = [];
