import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { pdfLacksText } from '#shared/i18n/word-pdf.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import { pdfLacks } from '../report/pdf-structure.ts';
import { type CliContext, CliProblem, printJson, word } from './command.ts';

/** Writes a finished document whole or not at all, and says where it is and what its hash is. */
export async function writeReportFile(
  context: CliContext,
  place: string,
  bytes: Uint8Array,
  format: string,
): Promise<void> {
  try {
    await replaceFile(place, bytes);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(cliMessages.reportNotWritten, { place, detail: systemDetail(error) });
  }
  const size = bytes.byteLength;
  const lacks = format === 'pdf' ? pdfLacks(bytes) : [];
  if (context.json)
    await printJson(context, {
      place,
      format,
      bytes: size,
      sha256: sha256Hex(bytes),
      ...(lacks.length > 0 && { lacks }),
    });
  else {
    const lines = [word(context, cliMessages.reportWritten, { place, size })];
    if (lacks.length > 0) lines.push(pdfLacksText(lacks, context.language));
    await context.io.out(`${lines.join('\n')}\n`);
  }
}
