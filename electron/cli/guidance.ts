import path from 'node:path';
import { bundledAttack } from '#shared/catalogue/attack-catalogue.ts';
import {
  compareGuidance,
  type Guidance,
  guidanceFile,
  newestPieces,
  pieceKey,
  takeGuidance,
} from '#shared/catalogue/guidance.ts';
import { titleOfPiece } from '#shared/catalogue/stage-guide.ts';
import { guidanceCliMessages as m } from '#shared/i18n/guidance-cli-messages.ts';
import { changeMessages, guidanceErrorText } from '#shared/i18n/word-guidance.ts';
import { type PickedGuidance, readGuidanceFile } from '../guidance/read-guidance-file.ts';
import {
  dropImportedAttack,
  readGuidance,
  readImportedAttack,
  writeGuidance,
  writeImportedAttack,
} from '../guidance/stored-guidance.ts';
import {
  type CliContext,
  CliProblem,
  type ExitCode,
  exitCodes,
  oneOf,
  printJson,
  readAction,
  refuseMore,
  required,
  word,
} from './command.ts';
import { commonOptions, readArguments } from './read-arguments.ts';
import { writeReportFile } from './report-file.ts';
import { userDataFolder } from './user-data.ts';

const options = { ...commonOptions, out: 'text', 'dry-run': 'flag' } as const;
const verbs = ['list', 'export', 'import', 'bundled'] as const;

/** `guidance list|export|import|bundled`: the organisation's own templates and guides, and the release of ATT&CK. */
export async function runGuidance(context: CliContext, args: readonly string[]): Promise<ExitCode> {
  const read = readArguments(context.verb, args, options);
  const [action, words] = readAction(context, read.words, verbs);
  const userData = userDataFolder(context.io.env);
  switch (action) {
    case 'list':
      refuseMore(context, words);
      return list(context, userData);
    case 'export':
      return write(context, words, required(context, read.options.out, '--out'));
    case 'import': {
      const [place, ...rest] = words;
      refuseMore(context, rest);
      return take(context, required(context, place, 'FILE'), read.options['dry-run']);
    }
    case 'bundled': {
      const [domain, ...rest] = words;
      refuseMore(context, rest);
      const ids = bundledAttack.map((attack) => attack.domain);
      await dropImportedAttack(userData, oneOf('bundled', domain ?? '', ids));
      return list(context, userData);
    }
  }
}

async function list(context: CliContext, userData: string): Promise<ExitCode> {
  const pieces = newestPieces(await readGuidance(userData)).filter(({ removed }) => !removed);
  const imported = await readImportedAttack(userData);
  const releases = bundledAttack.map((bundled) => {
    const own = imported.find(({ domain }) => domain === bundled.domain);
    const { domain, version, released } = own ?? bundled;
    return { domain, version, released, imported: own !== undefined };
  });
  if (context.json) {
    const shown = pieces.map((piece) => ({
      key: pieceKey(piece),
      title: titleOfPiece(piece),
      revision: piece.revision,
      changed: piece.changed,
      by: piece.by,
    }));
    await printJson(context, { pieces: shown, attack: releases });
    return exitCodes.good;
  }
  for (const piece of pieces)
    await context.io.out(`${word(context, m.piece, lineOf(context, piece))}\n`);
  for (const { domain, version, released, imported: isOwn } of releases)
    await context.io.out(
      `${word(context, isOwn ? m.releaseImported : m.release, { domain, version, released })}\n`,
    );
  return exitCodes.good;
}

function lineOf(
  { language }: CliContext,
  piece: Parameters<typeof titleOfPiece>[0],
): { readonly key: string; readonly title: string; readonly number: string } {
  return {
    key: pieceKey(piece),
    title: titleOfPiece(piece)[language],
    number: String(piece.revision),
  };
}

async function write(context: CliContext, keys: readonly string[], out: string): Promise<ExitCode> {
  const guidance = await readGuidance(userDataFolder(context.io.env));
  const wanted = keys.length === 0 ? undefined : new Set(keys);
  const file = guidanceFile(guidance, wanted);
  const missing = keys.find((key) => !file.pieces.some((piece) => pieceKey(piece) === key));
  if (missing !== undefined) throw new CliProblem(m.unknownPiece, { key: missing });
  if (file.pieces.length === 0) throw new CliProblem(m.nothing);
  const text = `${JSON.stringify(file, undefined, 2)}\n`;
  await writeReportFile(context, path.resolve(out), Buffer.from(text, 'utf8'), 'json');
  return exitCodes.good;
}

async function take(context: CliContext, place: string, isDryRun: boolean): Promise<ExitCode> {
  const userData = userDataFolder(context.io.env);
  const read = await readGuidanceFile(path.resolve(place), await readImportedAttack(userData));
  if (!read.ok) {
    const text = guidanceErrorText(context.language, read.error);
    throw new CliProblem({ en: '{text}', ja: '{text}' }, { text: text ?? '' });
  }
  const picked = read.value;
  const guidance = await readGuidance(userData);
  await tell(context, picked, guidance);
  if (isDryRun) return exitCodes.good;
  if (picked.kind === 'guidance')
    await writeGuidance(userData, takeGuidance(guidance, picked.file));
  else if (picked.isLater) await writeImportedAttack(userData, picked.attack);
  else throw new CliProblem(m.notLater, { before: picked.before });
  return exitCodes.good;
}

async function tell(context: CliContext, picked: PickedGuidance, here: Guidance): Promise<void> {
  if (picked.kind === 'guidance') {
    const changes = compareGuidance(here, picked.file);
    if (context.json) {
      const shown = changes.map(({ key, change, piece }) => ({
        key,
        change,
        revision: piece.revision,
      }));
      return printJson(context, { kind: 'guidance', changes: shown });
    }
    for (const { change, piece, here: own } of changes) {
      const what = word(context, changeMessages[change], { here: String(own ?? '') });
      const line = { ...lineOf(context, piece), change: what };
      await context.io.out(`${word(context, m.change, line)}\n`);
    }
    return undefined;
  }
  const { attack, before, difference, skipped, isLater } = picked;
  if (context.json)
    return printJson(context, {
      kind: 'attack',
      domain: attack.domain,
      before,
      version: attack.version,
      isLater,
      skipped,
      difference,
    });
  const counts = {
    domain: attack.domain,
    before,
    version: attack.version,
    added: difference.added.length,
    retired: difference.retired.length,
    renamed: difference.renamed.length,
    moved: difference.moved.length,
  };
  return context.io.out(`${word(context, m.difference, counts)}\n`);
}
