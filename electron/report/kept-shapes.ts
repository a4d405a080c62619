import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { reportShapesSchema, type ReportTemplate } from '#shared/report/report-template.ts';
import { readStoredJson, writeStoredJson } from '../stored-json.ts';

const folderIn = (userData: string) => path.join(userData, 'report-shapes');
const fileOf = (userData: string, notebook: string) =>
  path.join(folderIn(userData), `${notebook}.json`);

/** The shapes in which this user reads the reports of a notebook; a broken file is moved aside. */
export async function readKeptShapes(
  userData: string,
  notebook: string,
): Promise<ReportTemplate[]> {
  return (await readStoredJson(fileOf(userData, notebook), reportShapesSchema)).value ?? [];
}

/** Replaces them as a whole; where there are none there is no file. */
export async function writeKeptShapes(
  userData: string,
  notebook: string,
  shapes: readonly ReportTemplate[],
): Promise<void> {
  const file = fileOf(userData, notebook);
  if (shapes.length === 0) return rm(file, { force: true });
  await mkdir(folderIn(userData), { recursive: true, mode: 0o700 });
  return writeStoredJson(file, shapes);
}
