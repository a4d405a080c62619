import { useCallback, useEffect, useState } from 'react';
import { evidenceMessages } from '#shared/i18n/evidence-messages.ts';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';
import type { PickedFiles } from './import-dialog.tsx';

/** The view that is on the screen; set by it while it is there. */
let importHere: (() => void) | undefined;

/** Asks for log files, as the view's own button does. */
export function startImport(): void {
  importHere?.();
}

/** Files that somebody picked or dropped and that are looked at before they are taken in. */
export function usePickedLogs(desktop: Desktop) {
  const say = useSay();
  const { announce } = useWorkspace();
  const [picked, setPicked] = useState<PickedFiles>();
  const settle = useCallback(
    (reply: Awaited<ReturnType<Desktop['log:pick' | 'log:drop']>>) => {
      if (reply.ok) setPicked(reply.value);
      else if (reply.error.kind === 'no-notebook') announce(say(m.notImportedNoNotebook), 'danger');
      else if (reply.error.kind === 'read-only') announce(say(m.notImportedReadOnly), 'danger');
      else if (reply.error.kind === 'no-path')
        announce(say(evidenceMessages.droppedWithoutPath, { n: reply.error.n }), 'danger');
    },
    [announce, say],
  );
  const pick = useCallback(async () => settle(await desktop['log:pick']({})), [desktop, settle]);
  const drop = useCallback(
    async (files: readonly File[]) => settle(await desktop['log:drop'](files)),
    [desktop, settle],
  );
  useEffect(() => {
    importHere = () => void pick();
    return () => {
      importHere = undefined;
    };
  }, [pick]);
  const leave = useCallback(() => setPicked(undefined), []);
  return { picked, pick, drop, leave };
}
