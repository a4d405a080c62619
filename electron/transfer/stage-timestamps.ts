import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, writeNewFile } from '../notebook/durable-file.ts';
import type { ScannedNotebook } from '../notebook/feed-scan.ts';
import { placesIn } from '../notebook/notebook-folder.ts';
import {
  listTimestamps,
  readResponseFile,
  timestampFileName,
  verdictOn,
} from '../proof/timestamp-files.ts';

/** Takes over time stamps that hold, of seals that are known, where there is none yet; gives the seals. */
export async function stageTimestamps(
  folder: string,
  incoming: string,
  { feeds }: Pick<ScannedNotebook, 'feeds'>,
  staged: string,
): Promise<readonly string[]> {
  const here = new Set(await listTimestamps(folder));
  const seals = new Set(
    [...feeds.values()].flatMap(({ check }) => check.facts.seals.map(({ value }) => value)),
  );
  const { timestamps: into } = placesIn(staged);
  const taken: string[] = [];
  for (const seal of await listTimestamps(incoming)) {
    if (here.has(seal) || !seals.has(seal)) continue;
    const name = timestampFileName(seal);
    const bytes = await readResponseFile(path.join(placesIn(incoming).timestamps, name));
    if (bytes === undefined || verdictOn(bytes, seal) === 'wrong') continue;
    await mkdir(into, { recursive: true });
    await writeNewFile(path.join(into, name), bytes);
    taken.push(seal);
  }
  if (taken.length > 0) await syncFolder(into);
  return taken;
}
