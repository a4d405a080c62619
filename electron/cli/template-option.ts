import { wordTemplateError } from '#shared/i18n/word-report-template.ts';
import type { ReportTemplate } from '#shared/report/report-template.ts';
import { readTemplateFile } from '../report/template-file.ts';
import { CliProblem } from './command.ts';

/** The template of `--template FILE`, or a sentence that says why it is none. */
export async function readTemplateOption(
  file: string | undefined,
): Promise<ReportTemplate | undefined> {
  if (file === undefined) return undefined;
  const read = await readTemplateFile(file);
  if (read.ok) return read.value;
  const { text, values } = wordTemplateError(read.error, file);
  throw new CliProblem(text, values);
}
