import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fold } from '#shared/journal/fold.ts';
import { unprotectedKeys } from '../../electron/notebook/keys.ts';
import { openNotebook } from '../../electron/notebook/open-notebook.ts';
import { readState } from '../../electron/notebook/read-state.ts';
import { transferHere, transferWork } from '../../electron/transfer/transfer-work.ts';
import { type NotebookFiles, writeNotebookFiles } from '../fixtures/notebook-files.ts';
import { exchanges, joinToOneState, playTeam } from '../fixtures/team-history.ts';
import { testId } from '../fixtures/test-device.ts';

const app = { version: '1', commit: 'test' };
const notebook = testId('team');

test('twenty thousand histories of two to five devices come to one state', () => {
  fc.assert(
    fc.property(exchanges, fc.infiniteStream(fc.nat()), (history, order) => {
      const { states, all } = joinToOneState(history, order);
      const whole = fold(all);
      for (const state of states) expect(state).toEqual(whole);
    }),
    { numRuns: Number(process.env['KIROKU_MERGE_RUNS'] ?? 20_000) },
  );
});

/** What lies on a device's disk when it has these lines. */
function filesOf(
  lines: ReturnType<typeof playTeam>['copies'][number],
  texts: Texts,
): NotebookFiles {
  const identity = {
    created: '2026-03-02T00:00:00Z',
    format: 'kiroku-notebook',
    notebook,
    version: 1,
  };
  const files = new Map<string, Uint8Array>([
    ['notebook.json', Buffer.from(JSON.stringify(identity))],
  ]);
  const feeds = new Map<string, string>();
  for (const { p, hash } of lines)
    feeds.set(p.feed, `${feeds.get(p.feed) ?? ''}${texts.get(hash) ?? ''}\n`);
  for (const [feed, text] of feeds) files.set(`feeds/${feed}.jsonl`, Buffer.from(text));
  return files;
}

type Texts = ReadonlyMap<string, string>;

test('the same through real folders: whatever is taken over first, the notebook is the same', async () => {
  await fc.assert(
    fc.asyncProperty(exchanges, async (history) => {
      const { devices, copies, all } = playTeam(history, notebook);
      const texts: Texts = new Map(
        devices.flatMap((device) =>
          device.lines.map(({ hash }, at) => [hash, device.texts[at] ?? ''] as const),
        ),
      );
      const base = await mkdtemp(path.join(os.tmpdir(), 'kiroku-team-'));
      try {
        const sources = copies.map((lines, at) => {
          const folder = path.join(base, `copy-${at}.kiroku`);
          writeNotebookFiles(folder, filesOf(lines, texts));
          return folder;
        });
        for (const [at, order] of [sources, sources.toReversed()].entries()) {
          const userData = path.join(base, `user-${at}`);
          const keys = { userData, protection: unprotectedKeys, app };
          const work = transferWork({ ...keys, by: () => '' }, transferHere);
          const joined = path.join(base, `joined-${at}.kiroku`);
          for (const source of order) {
            const taken = await work.take(joined, source, {
              dryRun: false,
              acceptForks: false,
            });
            if (!taken.ok) throw new Error(JSON.stringify(taken.error));
          }
          const opened = await openNotebook(joined, { ...keys, by: () => '', readOnly: true });
          if (!opened.ok) throw new Error(JSON.stringify(opened.error));
          expect(await readState(opened.value)).toEqual(fold(all));
          await opened.value.close();
        }
      } finally {
        await rm(base, { recursive: true, force: true });
      }
    }),
    { numRuns: Number(process.env['KIROKU_MERGE_FOLDERS'] ?? 40) },
  );
});
