import { useCallback, useEffect, useState } from 'react';
import { logMessages as m } from '#shared/i18n/logs-messages.ts';
import type { Job } from '#shared/ipc/contract.ts';
import { visibleText } from '#shared/report/visible-text.ts';
import type { JobList } from '../../data/jobs.ts';
import { useSay } from '../../records/language.tsx';
import { useWorkspace } from '../../records/workspace.tsx';

/** Says what became of each file, and keeps the sources that came in until somebody has read it. */
export function useImportEnds(
  jobs: JobList,
): readonly [readonly string[], (source: string) => void] {
  const say = useSay();
  const { announce } = useWorkspace();
  const [imported, setImported] = useState<readonly string[]>([]);
  useEffect(
    () =>
      jobs.onEnd(({ kind, name: file, state, result }: Job) => {
        if (kind !== 'import') return;
        const name = visibleText(file);
        if (state === 'done') {
          announce(say(result === undefined ? m.importedNoRows : m.imported, { name }), 'good');
          if (result !== undefined) setImported((before) => [...before, result]);
        } else if (state === 'cancelled') announce(say(m.importCancelled, { name }), 'good');
        else announce(say(m.importFailed, { name }), 'danger');
      }),
    [jobs, say, announce],
  );
  const dismiss = useCallback(
    (source: string) => setImported((before) => before.filter((each) => each !== source)),
    [],
  );
  return [imported, dismiss];
}
