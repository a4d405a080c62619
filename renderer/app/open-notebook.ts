import type { OpenedNotebook, OpenError } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';

/** How the window asks for a notebook: made, chosen, recent or the example. */
export type OpenNotebook = (asking: Promise<Result<OpenedNotebook, OpenError>>) => Promise<void>;
