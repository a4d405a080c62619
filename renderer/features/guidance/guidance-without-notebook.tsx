import { useEffect, useState } from 'react';
import type { Desktop } from '../../data/desktop-bridge.ts';
import { GuidanceProvider, readGuidance } from '../../records/guidance.tsx';
import { GuidanceDialog } from './guidance-dialog.tsx';

type Props = { readonly desktop: Desktop; readonly onClose: () => void };

/** The organisation's guidance before any notebook is open: it lies beside the settings, and is made in quiet times. */
export function GuidanceWithoutNotebook({ desktop, onClose }: Props) {
  const [isRead, setIsRead] = useState(false);
  useEffect(() => {
    let current = true;
    void readGuidance(desktop).then(() => current && setIsRead(true));
    return () => {
      current = false;
    };
  }, [desktop]);
  if (!isRead) return null;
  return (
    <GuidanceProvider first="templates" onClose={onClose}>
      <GuidanceDialog desktop={desktop} first="templates" />
    </GuidanceProvider>
  );
}
