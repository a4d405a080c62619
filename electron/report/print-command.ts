import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../notebook/durable-file.ts';
import { type PrintJob, printPdf } from './print-pdf.ts';

/** In: `document.json` with the print job. Out: `document.pdf` beside it. */
const printJobSchema = z.strictObject({
  html: z.string(),
  headerTemplate: z.string(),
  footerTemplate: z.string(),
});

/**
 * Prints for the command line, which has no Chromium: it leaves a job in a folder of its own, starts
 * this program with `--kiroku-print=<folder>`, and reads the result.
 *
 * @returns the exit code
 */
export async function runPrintCommand(folder: string): Promise<number> {
  const job = await readJob(path.join(folder, 'document.json'));
  if (job === undefined) {
    process.stderr.write('The print job could not be read.\n');
    return 2;
  }
  await replaceFile(path.join(folder, 'document.pdf'), await printPdf(job), 0o600);
  return 0;
}

async function readJob(file: string): Promise<PrintJob | undefined> {
  try {
    const job = printJobSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return job.success ? job.data : undefined;
  } catch {
    // No file, not readable, or no JSON: the caller hears of one thing, that there is no job.
    return undefined;
  }
}
