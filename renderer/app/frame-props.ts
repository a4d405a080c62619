import type { Settings } from '#shared/ipc/contract.ts';
import type { Desktop } from '../data/desktop-bridge.ts';
import type { RescueOrder } from '../features/rescue/use-rescue.ts';
import type { Landing } from '../records/landing.ts';
import type { OpenNotebook } from './open-notebook.ts';
import type { AppInfo, ChangeSettings } from './use-settings.ts';

/** What the window of an opened notebook works with. */
export type FrameProps = {
  readonly desktop: Desktop;
  readonly settings: Settings;
  readonly info: AppInfo;
  readonly changeSettings: ChangeSettings;
  readonly open: OpenNotebook;
  readonly close: () => Promise<void>;
  /** A case that this notebook was made for, and that is still to be taken in. */
  readonly rescue?: RescueOrder | undefined;
  /** Where the window begins, when it was opened anew because of something. */
  readonly landing?: Landing | undefined;
};

/** The dialogs that commands open; one at a time. */
export type FrameDialog =
  | 'palette'
  | 'jump'
  | 'rescue'
  | 'list'
  | 'export'
  | 'keys'
  | 'settings'
  | 'incident'
  | 'findings'
  | 'verify'
  | 'review'
  | 'handover'
  | 'paper'
  | 'transcribe';
