import type { AppendError } from '#shared/application/ports.ts';
import type { EntryLineProblem } from '#shared/domain/entry-line/entry-draft.ts';
import { cliMessages } from '#shared/i18n/cli-messages.ts';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import type { AddFileError } from '../notebook/add-evidence.ts';
import type { ListingError } from '../notebook/list-folder.ts';
import { evidenceCliMessages } from '#shared/i18n/evidence-cli-messages.ts';
import type { FolderError } from '../notebook/notebook-folder.ts';
import { CliProblem } from './command.ts';

/** Why a folder could not be opened or made. */
export function folderProblem(error: FolderError): CliProblem {
  switch (error.kind) {
    case 'not-found':
      return new CliProblem(errorMessages.openNotFound, { place: error.place });
    case 'not-a-notebook':
      return new CliProblem(errorMessages.openNotANotebook, { place: error.place });
    case 'redacted-copy':
      return new CliProblem(errorMessages.openRedacted, { place: error.place });
    case 'newer-notebook':
      return new CliProblem(errorMessages.openNewer, {
        place: error.place,
        version: String(error.version),
      });
    case 'already-exists':
      return new CliProblem(errorMessages.openAlreadyExists, { place: error.place });
    case 'no-access':
      return new CliProblem(errorMessages.openNoAccess, {
        place: error.place,
        detail: error.detail,
      });
    case 'disk-full':
      return new CliProblem(errorMessages.openDiskFull, { place: error.place });
  }
}

/** Why a line is not in the notebook. */
export function appendProblem(error: AppendError): CliProblem {
  switch (error.kind) {
    case 'no-notebook':
    case 'read-only':
      return new CliProblem(cliMessages.notWritable);
    case 'disk-full':
      return new CliProblem(cliMessages.diskFull);
    case 'too-long':
      return new CliProblem(cliMessages.tooLong, { bytes: error.bytes, limit: error.limit });
    case 'write-failed':
      return new CliProblem(cliMessages.writeFailed, { detail: error.detail });
    case 'invalid':
      return new CliProblem(cliMessages.invalid, { field: error.field });
  }
}

/** What an entry line has to be asked about. */
export function lineProblem(problem: EntryLineProblem): CliProblem {
  const { raw } = problem;
  switch (problem.kind) {
    case 'unreadable-time': {
      const { error } = problem;
      if (error.kind === 'time-ambiguous')
        return new CliProblem(cliMessages.problemTimeAmbiguous, { raw, zone: error.zone });
      if (error.kind === 'time-in-gap')
        return new CliProblem(cliMessages.problemTimeInGap, { raw, zone: error.zone });
      return new CliProblem(cliMessages.problemTime, { raw });
    }
    case 'time-not-delimited':
      return new CliProblem(cliMessages.problemTimeNotDelimited, { raw });
    case 'unknown-stage':
      return new CliProblem(cliMessages.problemStage, { raw });
    case 'unknown-technique':
      return new CliProblem(cliMessages.problemTechnique, { raw });
    case 'unknown-evidence':
      return new CliProblem(cliMessages.problemEvidence, { raw });
    case 'unclosed-quote':
      return new CliProblem(cliMessages.problemQuote, { raw });
    case 'conflicting-kind':
      return new CliProblem(cliMessages.problemKind, { raw });
    case 'name-too-long':
      return new CliProblem(cliMessages.problemName, { raw: raw.slice(0, 40) });
    case 'new-tag':
      return new CliProblem(cliMessages.problemNewTag, { raw });
    case 'unknown-entry':
      return new CliProblem(cliMessages.problemEntry, { raw });
    case 'several-entries': {
      const choices = problem.choices.map(({ no }) => `#${no}`).join(', ');
      return new CliProblem(cliMessages.problemSeveralEntries, { raw, choices });
    }
    case 'unknown-source':
      return new CliProblem(cliMessages.problemSource, { raw });
    case 'several-sources':
      return new CliProblem(cliMessages.problemSeveralSources, { raw });
    case 'source-without-time':
      return new CliProblem(cliMessages.problemSourceTime, { raw });
    case 'said-twice':
      return new CliProblem(cliMessages.problemSaidTwice, { raw });
    case 'no-text':
      return new CliProblem(cliMessages.problemNoText);
  }
}

/** Why a folder is not evidence. */
export function listingProblem(error: ListingError | AddFileError, folder: string): CliProblem {
  if (error.kind === 'not-a-folder')
    return new CliProblem(evidenceCliMessages.notAFolder, { folder });
  if (error.kind === 'too-many-files')
    return new CliProblem(evidenceCliMessages.tooMany, { folder, limit: error.limit });
  return fileProblem(error, folder);
}

/** Why a file is not evidence. */
export function fileProblem(error: AddFileError, file: string): CliProblem {
  switch (error.kind) {
    case 'not-a-regular-file':
      return new CliProblem(cliMessages.evidenceNotAFile, { file });
    case 'not-found':
      return new CliProblem(cliMessages.evidenceNotFound, { file });
    case 'no-access':
      return new CliProblem(cliMessages.evidenceNoAccess, { file, detail: error.detail });
    case 'disk-full':
      return new CliProblem(cliMessages.evidenceDiskFull, { file });
    case 'copy-differs':
      return new CliProblem(cliMessages.evidenceCopyDiffers, { file });
    case 'read-failed':
      return new CliProblem(cliMessages.evidenceReadFailed, { file, detail: error.detail });
    case 'cancelled':
      return new CliProblem(cliMessages.evidenceCancelled, { file });
    case 'append-failed':
      return appendProblem(error.append);
  }
}
