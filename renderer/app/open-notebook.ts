import type { OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { RescueOrder } from '../features/rescue/use-rescue.ts';
import type { Landing } from '../records/landing.ts';
import type { Result } from '#shared/lib/result.ts';

/** How the window asks for a notebook: made, chosen, recent or the example. */
export type OpenNotebook = (
  asking: Promise<Result<OpenedNotebook, OpenError>>,
  /** A case that the notebook is made for: taken in as soon as it is open. */
  order?: RescueOrder,
  /** Where the window begins that is opened anew. */
  landing?: Landing,
) => Promise<void>;
