import { anyJsonReader } from './any-json.ts';
import { anyTableReader } from './any-table.ts';
import { bodyfileReader } from './bodyfile.ts';
import { chainsawReader } from './chainsaw.ts';
import { hayabusaReader } from './hayabusa.ts';
import type { Detection, FileHead, LogReader } from './log-reader.ts';
import { mactimeReader } from './mactime.ts';
import { plasoDynamicReader } from './plaso-dynamic.ts';
import { plasoJsonReader } from './plaso-json.ts';
import { plasoL2tcsvReader } from './plaso-l2tcsv.ts';
import { refusedFormat } from './refused-format.ts';
import { timesketchReader } from './timesketch.ts';
import { tlnReader } from './tln.ts';

/** Every format that we read; where two score alike the earlier one is taken, so the generic ones come last. */
export const logReaders: readonly LogReader[] = [
  plasoL2tcsvReader,
  plasoDynamicReader,
  plasoJsonReader,
  tlnReader,
  hayabusaReader,
  chainsawReader,
  timesketchReader,
  bodyfileReader,
  mactimeReader,
  anyTableReader,
  anyJsonReader,
];

/** The reader whose format a file's beginning looks most like; undefined when none knows it, or it is refused. */
export function detectFormat(
  head: FileHead,
): { readonly reader: LogReader; readonly detection: Detection } | undefined {
  if (refusedFormat(head) !== undefined) return undefined;
  let best: { readonly reader: LogReader; readonly detection: Detection } | undefined;
  for (const reader of logReaders) {
    const detection = reader.detect(head);
    if (detection !== undefined && detection.score > (best?.detection.score ?? 0)) {
      best = { reader, detection };
    }
  }
  return best;
}
