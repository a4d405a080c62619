import type { AppendError } from '#shared/ipc/contract.ts';
import type { CopySummary } from '#shared/ipc/sharing-contract.ts';
import type { ViewId } from './workspace.tsx';

/** Where a window begins that was opened anew because of something: the view, and what there is to say. */
export type Landing = {
  readonly view: ViewId;
  /** A copy was taken over; `recorded` is false when the line that tells of it could not be written. */
  readonly taken?: { readonly summary: CopySummary; readonly recorded: boolean } | undefined;
  /** A change of key was tried; `problem` is why it may not have come to it. */
  readonly keyChange?: { readonly problem?: AppendError | undefined } | undefined;
};
