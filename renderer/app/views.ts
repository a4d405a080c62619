import {
  ClipboardCheck,
  FileText,
  Gavel,
  Link2,
  ListChecks,
  ListTree,
  Paperclip,
  Rows3,
  Sunrise,
  Share2,
  Server,
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
  /** The keys that go there. */
  readonly chord: string;
}[] = [
  { id: 'now', label: m.viewNow, icon: Sunrise, chord: 'Alt+0' },
  { id: 'timeline', label: m.viewTimeline, icon: ListTree, chord: 'Alt+1' },
  { id: 'kill-chain', label: m.viewKillChain, icon: Link2, chord: 'Alt+2' },
  { id: 'checklists', label: m.viewChecklists, icon: ListChecks, chord: 'Alt+3' },
  { id: 'decisions', label: m.viewDecisions, icon: Gavel, chord: 'Alt+9' },
  { id: 'evidence', label: m.viewEvidence, icon: Paperclip, chord: 'Alt+4' },
  { id: 'logs', label: m.viewLogs, icon: Rows3, chord: 'Alt+5' },
  { id: 'indicators', label: m.viewIndicators, icon: Target, chord: 'Alt+6' },
  { id: 'systems', label: m.viewSystems, icon: Server, chord: 'Alt+8' },
  { id: 'actions', label: m.viewActions, icon: ClipboardCheck, chord: 'Mod+Shift+A' },
  { id: 'report', label: m.viewReport, icon: FileText, chord: 'Alt+7' },
  { id: 'sharing', label: m.viewSharing, icon: Share2, chord: 'Mod+Shift+S' },
];
