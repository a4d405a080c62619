import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { timestampMessages as m } from '#shared/i18n/timestamp-messages.ts';
import { sealWords } from '#shared/journal/seal.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { readState } from '../notebook/read-state.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import { type TakeTimestampProblem, takeTimestamp } from '../proof/take-timestamp.ts';
import { readResponseFile } from '../proof/timestamp-files.ts';
import { writeTimestampRequest } from '../proof/timestamp-request.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  printJson,
  word,
} from './command.ts';
import { readNotebook } from './with-notebook.ts';

/** `seal FOLDER --timestamp-request FILE`: what a time-stamping service is asked to sign, for the last seal. */
export async function writeRequest(
  context: CliContext,
  folder: string,
  file: string,
): Promise<ExitCode> {
  const value = (await sealsOf(context, folder)).at(-1);
  if (value === undefined) throw new CliProblem(m.noSeal);
  try {
    await writeFile(file, writeTimestampRequest(value), { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(m.requestNotWritten, { file, detail: systemDetail(error) });
  }
  if (context.json) await printJson(context, { file, value, words: sealWords(value) });
  else
    await context.io.out(
      `${word(context, m.requestWritten, { file, value, name: path.basename(file) })}\n`,
    );
  return exitCodes.good;
}

/** `seal FOLDER --timestamp-response FILE`: the service's answer, checked and kept beside its seal. */
export async function takeResponse(
  context: CliContext,
  folder: string,
  file: string,
): Promise<ExitCode> {
  const bytes = await readResponseFile(file);
  const taken = await takeTimestamp(folder, await sealsOf(context, folder), bytes);
  if (!taken.ok) throw problemOf(taken.error, file);
  const { stamped, at, serial, certificate } = taken.value;
  const fingerprint = sha256Hex(certificate);
  if (context.json)
    await printJson(context, { value: stamped, at, serial, certificate: fingerprint });
  else
    await context.io.out(
      `${word(context, m.responseKept, { value: stamped, at, serial, fingerprint })}\n`,
    );
  return exitCodes.good;
}

/** The values of the seals that were written, in order. */
async function sealsOf(context: CliContext, folder: string): Promise<readonly string[]> {
  const state = await readNotebook(context, folder, (notebook) =>
    readState(notebook, ({ p }) => p.op.t === 'seal'),
  );
  return [...state.seals.values()].map(({ value }) => value);
}

function problemOf(problem: TakeTimestampProblem, file: string): CliProblem {
  switch (problem.kind) {
    case 'not-a-response':
      return new CliProblem(m.noResponse, { file });
    case 'refused':
      return new CliProblem(m.refused, { text: problem.text });
    case 'unknown-algorithm':
      return new CliProblem(m.unknownAlgorithm, { file, name: problem.name });
    case 'not-signed':
      return new CliProblem(m.notSigned, { file });
    case 'wrong-certificate':
      return new CliProblem(m.wrongCertificate, { file });
    case 'other-seal':
      return new CliProblem(m.otherSeal, { file, value: problem.value });
    case 'already-there':
      return new CliProblem(m.alreadyThere, { value: problem.value });
    case 'not-kept':
      return new CliProblem(m.responseNotKept, { detail: problem.detail });
  }
}
