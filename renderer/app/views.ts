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
  /** The digit that goes there with Alt. */
  readonly digit: string;
}[] = [
  { id: 'now', label: m.viewNow, icon: Sunrise, digit: '0' },
  { id: 'timeline', label: m.viewTimeline, icon: ListTree, digit: '1' },
  { id: 'kill-chain', label: m.viewKillChain, icon: Link2, digit: '2' },
  { id: 'checklists', label: m.viewChecklists, icon: ListChecks, digit: '3' },
  { id: 'decisions', label: m.viewDecisions, icon: Gavel, digit: '9' },
  { id: 'evidence', label: m.viewEvidence, icon: Paperclip, digit: '4' },
  { id: 'logs', label: m.viewLogs, icon: Rows3, digit: '5' },
  { id: 'indicators', label: m.viewIndicators, icon: Target, digit: '6' },
  { id: 'actions', label: m.viewActions, icon: ClipboardCheck, digit: '7' },
  { id: 'report', label: m.viewReport, icon: FileText, digit: '8' },
];
