import { useEffect, useState } from 'react';
import type { LogAnswers, LogPreviewReply, RowsError } from '#shared/ipc/log-contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

/** Nobody wants a file read for every letter of a zone's name. */
const pauseMs = 150;

type Preview = {
  readonly preview: LogPreviewReply | undefined;
  readonly error: RowsError | undefined;
  /** True while what is shown was read with other answers. */
  readonly isLooking: boolean;
};

/** What would become of a picked file with these answers. */
export function usePreview(desktop: Desktop, id: string, answers: LogAnswers): Preview {
  const [seen, setSeen] = useState<{ readonly id: string; readonly answers: LogAnswers }>();
  const [preview, setPreview] = useState<LogPreviewReply>();
  const [error, setError] = useState<RowsError>();
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const reply = await desktop['log:preview']({ id, answers });
      if (!isCurrent) return;
      if (reply.ok) setPreview(reply.value);
      setError(reply.ok ? undefined : reply.error);
      setSeen({ id, answers });
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [desktop, id, answers]);
  useEffect(() => {
    // Another file, or no dialog any more: a large file must not be looked at for nobody.
    return () => {
      if (id !== '') void desktop['log:stop-preview']({ id });
    };
  }, [desktop, id]);
  const isLooking = seen?.id !== id || seen.answers !== answers;
  return { preview: seen?.id === id ? preview : undefined, error, isLooking };
}
