import {
  ClipboardCheck,
  FileText,
  Link2,
  ListChecks,
  ListTree,
  Paperclip,
  Rows3,
  Share2,
  Target,
  type LucideIcon,
} from 'lucide-react';
import { frameMessages as m } from '#shared/i18n/frame-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { ViewId } from '../records/workspace.tsx';

/** The views in the order of the navigation. */
export const views: readonly {
  readonly id: ViewId;
  readonly label: Message;
  readonly icon: LucideIcon;
  /** Instead of Alt and the place in this list. */
  readonly chord?: string;
}[] = [
  { id: 'timeline', label: m.viewTimeline, icon: ListTree },
  { id: 'kill-chain', label: m.viewKillChain, icon: Link2 },
  { id: 'checklists', label: m.viewChecklists, icon: ListChecks },
  { id: 'evidence', label: m.viewEvidence, icon: Paperclip },
  { id: 'logs', label: m.viewLogs, icon: Rows3 },
  { id: 'indicators', label: m.viewIndicators, icon: Target },
  { id: 'actions', label: m.viewActions, icon: ClipboardCheck },
  { id: 'report', label: m.viewReport, icon: FileText },
  { id: 'sharing', label: m.viewSharing, icon: Share2, chord: 'Mod+Shift+S' },
];
