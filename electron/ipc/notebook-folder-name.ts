import { access } from 'node:fs/promises';
import path from 'node:path';

/** 60 characters are 180 bytes of Japanese: with ending and number it fits every file system. */
const longestName = 60;
// What Windows, macOS or a shell would trip over, and every control character.
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}/\\:*?"<>|]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A folder name for an incident's title, which may hold anything. */
export function notebookFolderName(title: string): string {
  const fit = title.normalize('NFC').replace(unfit, ' ').replace(/\s+/gu, ' ');
  const short = [...fit.trim()].slice(0, longestName).join('');
  const name = short.replace(/^[. ]+|[. ]+$/gu, '');
  return name === '' || reserved.test(name) ? `incident ${name}`.trim() : name;
}

/** A folder for a new notebook that is not there yet: the title, else the title with a number. */
export async function freeNotebookFolder(parent: string, title: string): Promise<string> {
  const name = notebookFolderName(title);
  for (let number = 1; ; number += 1) {
    const folder = path.join(parent, `${number === 1 ? name : `${name} ${number}`}.kiroku`);
    if (!(await exists(folder))) return folder;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    // Whatever the reason: creating the folder says it in words.
    return false;
  }
}
