import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { FeedCheck } from '#shared/journal/check-feed.ts';
import { readLeftOut } from '#shared/journal/left-out.ts';
import { syncFolder, writeNewFile } from '../notebook/durable-file.ts';
import { leftOutFileName, readLeftOutFiles } from '../notebook/left-out-files.ts';
import { nodeCrypto } from '../notebook/node-crypto.ts';
import { placesIn } from '../notebook/notebook-folder.ts';

/**
 * Takes over what a sender signed about evidence that did not come along; gives the hashes of those files.
 *
 * Only for files that this notebook did not have to have before: whoever lost one here gets no excuse from a bundle.
 */
export async function stageLeftOut(options: {
  readonly notebook: string;
  readonly incoming: string;
  /** Evidence that lines name and that lies in neither folder. */
  readonly missing: readonly string[];
  /** Evidence that our own lines named before. */
  readonly expected: ReadonlySet<string>;
  readonly feeds: ReadonlyMap<string, FeedCheck>;
  readonly staged: string;
}): Promise<readonly string[]> {
  const { notebook, feeds, expected } = options;
  const { leftOut: into } = placesIn(options.staged);
  const files = await readLeftOutFiles(options.incoming);
  const crypto = nodeCrypto();
  const taken: string[] = [];
  for (const sha256 of options.missing) {
    const text = files.get(sha256);
    if (text === undefined || expected.has(sha256)) continue;
    const said = readLeftOut(text, { notebook, feeds, crypto });
    if (!said.ok || said.value.sha256 !== sha256) continue;
    await mkdir(into, { recursive: true });
    await writeNewFile(path.join(into, leftOutFileName(sha256)), text);
    taken.push(sha256);
  }
  if (taken.length > 0) await syncFolder(into);
  return taken;
}
