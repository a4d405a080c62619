import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type IndicatorStep,
  keepIndicators,
  noiseOf,
  planIndicators,
  type RegisteredIndicator,
  registeredIndicators,
} from '#shared/application/indicators.ts';
import {
  type BlockListFormat,
  blockListFormats,
  writeBlockList,
} from '#shared/export/block-list.ts';
import { indicatorMessages } from '#shared/i18n/indicator-messages.ts';
import { defang } from '#shared/indicators/defang.ts';
import {
  extractIndicators,
  type IndicatorCandidate,
} from '#shared/indicators/extract-indicators.ts';
import { indicatorKey } from '#shared/indicators/indicator-key.ts';
import { type SiftedCandidates, siftCandidates } from '#shared/indicators/noise.ts';
import type { NotebookState } from '#shared/journal/fold.ts';
import { currentFields } from '#shared/journal/records.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import { decodeText } from '../import/decode-text.ts';
import { readState } from '../notebook/read-state.ts';
import { systemCode } from '../notebook/system-error.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  onlyFolder,
  oneOf,
  printJson,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { readNotebook, writeNotebook } from './with-notebook.ts';
import { appendProblem } from './word-error.ts';

const options = {
  ...commonOptions,
  by: 'text',
  extract: 'text',
  add: 'flag',
  'block-list': 'text',
  out: 'text',
} as const;

const largestBytes = 64 * 1024 * 1024;

/** `indicators FOLDER`: the register; what is in a text; a list to block. */
export async function runIndicators(
  context: CliContext,
  args: readonly string[],
): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const folder = onlyFolder(context, read.words);
  const { extract, add, by, out, 'block-list': list } = read.options;
  const isMixed = extract !== undefined && list !== undefined;
  if (isMixed || (add && extract === undefined) || (out !== undefined && list === undefined))
    throw new CliProblem(indicatorMessages.notTogether);
  if (list !== undefined) {
    const format = oneOf('--block-list', list, blockListFormats);
    return readNotebook(context, folder, async (notebook) =>
      printBlockList(context, await readState(notebook), format, out),
    );
  }
  if (extract === undefined)
    return readNotebook(context, folder, async (notebook) =>
      printRegister(context, registeredIndicators((await readState(notebook)).indicators.values())),
    );
  const candidates = extractIndicators(await readText(context, extract));
  if (!add)
    return readNotebook(context, folder, async (notebook) => {
      const plan = planOf(await readState(notebook), candidates, extract);
      await printFound(context, plan);
      return exitCodes.good;
    });
  return writeNotebook(context, folder, by, async (notebook, writing) => {
    const plan = planOf(await readState(notebook), candidates, extract);
    const kept = await keepIndicators(writing, plan.steps);
    if (!kept.ok) {
      const problem = appendProblem(kept.error.because);
      const because = word(context, problem.text, problem.values);
      throw new CliProblem(indicatorMessages.keptPart, { written: kept.error.written, because });
    }
    await printFound(context, plan, kept.value);
    return exitCodes.good;
  });
}

type ExtractPlan = { readonly sifted: SiftedCandidates; readonly steps: readonly IndicatorStep[] };

function planOf(
  state: NotebookState,
  candidates: readonly IndicatorCandidate[],
  file: string,
): ExtractPlan {
  const register = registeredIndicators(state.indicators.values());
  const sifted = siftCandidates(candidates, noiseOf(register, state.assets.values()));
  const origin = file === '-' ? undefined : path.basename(file).slice(0, 300);
  const steps = planIndicators(
    register,
    sifted.kept.map(({ type, value }) => ({
      type,
      value,
      fields: origin === undefined ? {} : { origin },
    })),
  );
  // A new one is a candidate until somebody says otherwise; what stands keeps its state.
  return {
    sifted,
    steps: steps.map((step) =>
      step.kind === 'new' ? { ...step, fields: { state: 'candidate', ...step.fields } } : step,
    ),
  };
}

async function printFound(
  context: CliContext,
  { sifted, steps }: ExtractPlan,
  kept?: { readonly added: number; readonly merged: number },
): Promise<void> {
  const byKey = new Map(steps.map((step) => [indicatorKey(step.type, step.value), step]));
  const idOf = ({ type, value }: IndicatorCandidate) =>
    byKey.get(indicatorKey(type, value))?.id ?? null;
  const counts = { own: sifted.own.length, allowed: sifted.allowed.length };
  if (context.json) {
    const candidates = sifted.kept.map((one) => ({ ...one, registered: idOf(one) }));
    await printJson(context, { candidates, ...counts, kept: kept ?? null });
    return;
  }
  const lines = sifted.kept.map((one) => {
    const { type, value, count } = one;
    return `${type}\t${defang(type, value)}\t${count}`;
  });
  const known = sifted.kept.filter((one) => idOf(one) !== null).length;
  lines.push(word(context, indicatorMessages.found, { n: sifted.kept.length, known, ...counts }));
  if (kept !== undefined) lines.push(word(context, indicatorMessages.kept, kept));
  await context.io.out(`${lines.map(visibleLine).join('\n')}\n`);
}

async function printRegister(
  context: CliContext,
  register: readonly RegisteredIndicator[],
): Promise<ExitCode> {
  if (context.json)
    await printJson(context, { indicators: register.map(({ id, fields }) => ({ id, ...fields })) });
  else {
    const lines = register.map(
      ({ type, value, fields }) =>
        `${type}\t${defang(type, value)}\t${fields.state ?? 'candidate'}`,
    );
    lines.push(word(context, indicatorMessages.listed, { n: register.length }));
    await context.io.out(`${lines.map(visibleLine).join('\n')}\n`);
  }
  return exitCodes.good;
}

/** Tabs part the cells; what steers a terminal does not get there. */
function visibleLine(line: string): string {
  return line.split('\t').map(visibleText).join('\t');
}

async function printBlockList(
  context: CliContext,
  state: NotebookState,
  format: BlockListFormat,
  out: string | undefined,
): Promise<ExitCode> {
  const incident = state.incident.get('incident');
  const title = incident === undefined ? '' : (currentFields(incident.fields).title ?? '');
  const register = registeredIndicators(state.indicators.values());
  const at = new Date(context.deps.nowMs()).toISOString();
  const { text, ...counts } = writeBlockList(format, register, { title, at });
  if (out === undefined) await context.io.out(text);
  else await writeOut(out, text);
  if (context.json && out !== undefined) await printJson(context, { format, file: out, ...counts });
  else await context.io.error(`${word(context, indicatorMessages.blockListWritten, counts)}\n`);
  return exitCodes.good;
}

async function writeOut(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readText({ io }: CliContext, file: string): Promise<string> {
  const bytes = file === '-' ? await readAll(io.stdin) : await readBytes(file);
  return decodeText(bytes) ?? new TextDecoder().decode(bytes);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    const most = largestBytes / 1024 / 1024;
    if (size > largestBytes)
      throw new CliProblem(indicatorMessages.textTooLarge, { file, most: String(most) });
    return await readFile(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function readAll(input: CliContext['io']['stdin']): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of input) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length > largestBytes)
      throw new CliProblem(indicatorMessages.textTooLarge, { file: '-', most: '64' });
  }
  return Buffer.concat(pieces);
}

function unreadable(file: string, error: unknown): unknown {
  const detail = systemCode(error);
  return detail === undefined
    ? error
    : new CliProblem(indicatorMessages.textUnreadable, { file, detail });
}
