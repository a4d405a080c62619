import { useEffect, useState } from 'react';
import type { IpcReply, IpcRequest } from '#shared/ipc/contract.ts';
import type { Desktop } from '../../data/desktop-bridge.ts';

export type Preview = Extract<IpcReply<'case:preview'>, { ok: true }>['value'];

/** A pause in typing after which it is worth counting. */
const pauseMs = 200;

/** What an export would hold; undefined while it is being counted, or nothing can be asked. */
export function useExportPreview(
  desktop: Desktop,
  wanted: IpcRequest<'case:preview'> | undefined,
): Preview | undefined {
  const [counted, setCounted] = useState<{ readonly of: unknown; readonly preview: Preview }>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      void desktop['case:preview'](wanted).then((reply) => {
        if (!isStale && reply.ok) setCounted({ of: wanted, preview: reply.value });
      });
    }, pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [desktop, wanted]);
  return counted?.of === wanted ? counted?.preview : undefined;
}
