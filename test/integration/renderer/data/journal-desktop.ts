import type { Desktop } from '../../../../renderer/data/desktop-bridge.ts';
import type { OpenedNotebook } from '#shared/ipc/contract.ts';
import type { SignedLine } from '#shared/journal/envelope.ts';
import { ok } from '#shared/lib/result.ts';
import { createTestDevice, testId, type TestDevice } from '../../../fixtures/test-device.ts';

/** The main process as far as the projector sees it: the journal of some devices. */
export type JournalDesktop = {
  readonly desktop: Desktop;
  readonly devices: readonly TestDevice[];
  readonly opened: () => OpenedNotebook;
  /** Tells the window about lines, as after a write. */
  readonly tell: (lines: readonly SignedLine[]) => void;
  /** How many lines were asked for since the last look. */
  readonly takeLinesRead: () => number;
};

/** A journal whose first device is the one that this window writes. */
export function createJournalDesktop(name: string, deviceNames = ['Aoki']): JournalDesktop {
  const notebook = testId(name);
  const devices = deviceNames.map((each) => createTestDevice(notebook, each));
  const listeners = new Set<(payload: unknown) => void>();
  let linesRead = 0;
  const allLines = () => devices.flatMap(({ lines }) => lines);
  const bridge: Partial<Desktop> = {
    'notebook:lines': async ({ after, limit }) => {
      const rest = allLines().filter(({ p }) => p.seq > (after[p.feed] ?? -1));
      const lines = rest.slice(0, limit);
      linesRead += lines.length;
      return ok({ lines: JSON.stringify(lines), end: lines.length === rest.length });
    },
    subscribe: (event, listener) => {
      if (event !== 'journal:appended') return () => {};
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    // Only what the projector asks of it.
    desktop: bridge as Desktop,
    devices,
    opened: () => ({
      notebook,
      name,
      place: 'somewhere',
      heads: Object.fromEntries(
        devices.map(({ feed, lines }) => [feed, [lines.length - 1, lines.at(-1)?.hash ?? '']]),
      ),
      lines: allLines().length,
      feed: devices[0]?.feed ?? null,
      readOnly: null,
      findings: [],
    }),
    tell: (lines) => {
      for (const listener of listeners) listener({ lines });
    },
    takeLinesRead: () => {
      const read = linesRead;
      linesRead = 0;
      return read;
    },
  };
}
