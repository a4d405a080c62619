import { type ReactNode, useCallback, useState } from 'react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { OriginalRecord } from '#shared/ipc/log-contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import { useSession } from '../data/session-context.tsx';
import { useLanguage, useSay } from './language.tsx';
import { logErrorText } from './log-error-text.ts';
import { PinDialog } from './pin-dialog.tsx';
import { mostPinned, type PinnedRecord } from './pinned-entry.ts';
import type { RowPlace, TaggedRows } from './use-tagged-rows.ts';
import { useWorkspace } from './workspace.tsx';

/** A row by its number, or the first one of the record that begins on a line. */
type RecordPlace = { readonly row: number } | { readonly line: number };

/** What can be done with rows of logs: read the record that one comes from, and make entries of them. */
export type RowRecords = {
  /** The record that is open. */
  readonly original: OriginalRecord | undefined;
  readonly show: (source: string, at: RecordPlace) => Promise<void>;
  readonly close: () => void;
  /** Asks how to pin; `marks` stand in the field at first. */
  readonly pin: (rows: readonly RowPlace[], marks: string) => Promise<void>;
  /** The question, while it is asked. */
  readonly dialog: ReactNode;
};

export function useRowRecords(desktop: Desktop, tagged: TaggedRows): RowRecords {
  const say = useSay();
  const language = useLanguage();
  const session = useSession();
  const { canWrite, announce } = useWorkspace();
  const [original, setOriginal] = useState<OriginalRecord>();
  const [asked, setAsked] = useState<{
    readonly records: readonly PinnedRecord[];
    readonly marks: string;
  }>();
  const read = useCallback(
    async (source: string, at: RecordPlace) => {
      const reply = await desktop['rows:original']({ source, at });
      if (reply.ok) return reply.value;
      announce(logErrorText(language, reply.error), 'danger');
      return undefined;
    },
    [desktop, announce, language],
  );
  const show = useCallback(
    async (source: string, at: RecordPlace) => {
      const found = await read(source, at);
      if (found !== undefined) setOriginal(found);
    },
    [read],
  );
  const close = useCallback(() => setOriginal(undefined), []);
  const pin = useCallback(
    async (wanted: readonly RowPlace[], marks: string) => {
      if (!canWrite || wanted.length === 0) return;
      if (wanted.length > mostPinned)
        return announce(say(m.pinTooMany, { n: mostPinned }), 'danger');
      const records: PinnedRecord[] = [];
      for (const { source, row } of wanted) {
        const found = await read(source, { row });
        const of = session.get('sources', source)?.source;
        // What went wrong has been said; half of the rows must not be pinned as if they were all.
        if (found === undefined || of?.evidence === undefined) return;
        records.push({ original: found, evidence: of.evidence, zone: of.reading?.zone ?? null });
      }
      setAsked({ records, marks });
    },
    [canWrite, announce, say, read, session],
  );
  const dialog = asked !== undefined && (
    <PinDialog
      records={asked.records}
      marks={asked.marks}
      onPinned={() => {
        setAsked(undefined);
        tagged.clear();
      }}
      onClose={() => setAsked(undefined)}
    />
  );
  return { original, show, close, pin, dialog };
}
