import { readFile } from 'node:fs/promises';
import { errorMessages } from '#shared/i18n/error-messages.ts';
import { transferMessages as m } from '#shared/i18n/transfer-messages.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';
import type { AgeKey, AgeLock } from '../transfer/age-file.ts';
import { CliProblem } from './command.ts';

/** What wraps a bundle: a passphrase from a file (a command line is seen by everybody), or recipients. */
export async function ageLockOf(
  passphraseFile: string | undefined,
  recipients: readonly string[],
): Promise<AgeLock | undefined> {
  if (passphraseFile !== undefined)
    return { kind: 'passphrase', passphrase: await readPassphrase(passphraseFile) };
  return recipients.length > 0 ? { kind: 'recipients', recipients } : undefined;
}

/** What opens one: a passphrase or identities as age-keygen writes them. */
export async function ageKeyOf(
  passphraseFile: string | undefined,
  identityFile: string | undefined,
): Promise<AgeKey | undefined> {
  if (passphraseFile !== undefined)
    return { kind: 'passphrase', passphrase: await readPassphrase(passphraseFile) };
  if (identityFile === undefined) return undefined;
  const lines = (await readText(identityFile)).split(/\r?\n/).map((line) => line.trim());
  return {
    kind: 'identity',
    identities: lines.filter((line) => line !== '' && !line.startsWith('#')),
  };
}

/** The first line: an editor adds a newline that is no part of the passphrase. */
async function readPassphrase(file: string): Promise<string> {
  const passphrase = (await readText(file)).split(/\r?\n/)[0] ?? '';
  if (passphrase === '') throw new CliProblem(m.emptyPassphrase, { place: file });
  return passphrase;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new CliProblem(errorMessages.openNoAccess, { place: file, detail: systemDetail(error) });
  }
}
