import type { CopySummary } from '#shared/ipc/sharing-contract.ts';
import type { ViewId } from './workspace.tsx';

/** Where a window begins that was opened anew because of something: the view, and what there is to say. */
export type Landing = {
  readonly view: ViewId;
  /** A copy was taken over; `recorded` is false when the line that tells of it could not be written. */
  readonly taken?: { readonly summary: CopySummary; readonly recorded: boolean } | undefined;
  /** This device has just gone over to another key. */
  readonly isKeyChanged?: boolean | undefined;
};
