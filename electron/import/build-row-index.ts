import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeNewFile } from '../notebook/durable-file.ts';
import { randomHex } from '../notebook/node-crypto.ts';
import { systemCode } from '../notebook/system-error.ts';
import { readLog, type ReadingPlan, type ReadLogOptions } from './read-log.ts';
import type { ReadableFile } from './readable-file.ts';
import type { ReadingResult } from './reading-result.ts';
import { metaFile, type RowIndexMeta, rowIndexVersion } from './row-files.ts';
import { RowIndexWriter } from './row-index-writer.ts';
import { sortRows } from './sort-rows.ts';

const unfinishedPattern = /^\.building-(\d+)-[0-9a-f]+$/;

/**
 * Reads a file into a row index of its own folder, in place of the one that may be there.
 *
 * It gets its name when it is whole: cancelled or killed in the middle, nothing of it is ever opened.
 */
export async function buildRowIndex(
  folder: string,
  made: string,
  file: ReadableFile,
  plan: ReadingPlan,
  options: ReadLogOptions = {},
): Promise<ReadingResult> {
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  await removeUnfinished(parent);
  const building = path.join(parent, `.building-${process.pid}-${randomHex(4)}`);
  await mkdir(building);
  try {
    const result = await write(building, made, file, plan, options);
    await putInPlace(building, folder);
    return result;
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

async function write(
  building: string,
  made: string,
  file: ReadableFile,
  plan: ReadingPlan,
  options: ReadLogOptions,
): Promise<ReadingResult> {
  const writer = new RowIndexWriter(building);
  let result: ReadingResult;
  try {
    result = await readLog(file, plan, writer, options);
  } catch (error) {
    writer.abandon();
    throw error;
  }
  const lists = writer.close();
  sortRows(building, result.rows);
  const meta = {
    version: rowIndexVersion,
    made,
    encoding: plan.encoding.name,
    ...(plan.workbook && { sheet: plan.workbook.sheet }),
    ...lists,
    result,
  } as const;
  await writeNewFile(path.join(building, metaFile), JSON.stringify(meta satisfies ReadonlyMeta));
  return result;
}

type ReadonlyMeta = Omit<RowIndexMeta, 'result'> & { readonly result: ReadingResult };

async function putInPlace(building: string, folder: string): Promise<void> {
  try {
    await rename(building, folder);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'EPERM') throw error;
    await rm(folder, { recursive: true, force: true });
    await rename(building, folder);
  }
}

/** What a killed process left behind; another one may be building beside us. */
async function removeUnfinished(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = unfinishedPattern.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
