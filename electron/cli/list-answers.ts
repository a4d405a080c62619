import { writeFile } from 'node:fs/promises';
import { noiseOf } from '#shared/application/indicators.ts';
import { type Registers, registersOf } from '#shared/application/rescue-case.ts';
import { rescueMessages } from '#shared/i18n/rescue-messages.ts';
import type { KnownNoise } from '#shared/indicators/noise.ts';
import {
  type ListChoice,
  listChoiceSchema,
  listColumnsSchema,
  listKinds,
} from '#shared/import/lists/list-mapping.ts';
import { readState } from '../notebook/read-state.ts';
import { systemCode } from '../notebook/system-error.ts';
import { type CliContext, CliProblem, oneOf } from './command.ts';
import type { PlannedCase } from './import-case.ts';
import { readNotebook } from './with-notebook.ts';

/**
 * What `--as` and `--map` say of a list; undefined when the files are no lists.
 *
 * A map may be the columns alone, or what `--save-map` wrote; of a log it is something else, and `--as` is missing then.
 *
 * @throws CliProblem for a map that says something else
 */
export function listChoiceOf(
  as: string | undefined,
  map: { readonly file: string; readonly value: unknown } | undefined,
): ListChoice | undefined {
  const kind = as === undefined ? undefined : oneOf('--as', as, [...listKinds, 'text']);
  if (map === undefined) return kind === undefined ? undefined : { as: kind };
  const whole = listChoiceSchema.safeParse(map.value);
  if (whole.success) {
    const choice = { ...whole.data, as: kind ?? whole.data.as };
    if (kind === undefined && whole.data.as === undefined) return undefined;
    if (listChoiceSchema.safeParse(choice).success) return choice;
    throw new CliProblem(rescueMessages.badListMap, { file: map.file });
  }
  if (kind === undefined) return undefined;
  const columns = listColumnsSchema.safeParse(map.value);
  const choice = { as: kind, ...(columns.success && { columns: columns.data }) };
  if (!columns.success || !listChoiceSchema.safeParse(choice).success)
    throw new CliProblem(rescueMessages.badListMap, { file: map.file });
  return choice;
}

/** What a notebook holds that a case is held against. */
export type StandingRecords = { readonly registers: Registers; readonly noise: KnownNoise };

/** The registers of a notebook that is only read; undefined while there is none to compare with. */
export async function standingRecords(
  context: CliContext,
  folder: string,
): Promise<StandingRecords | undefined> {
  try {
    return await readNotebook(context, folder, async (notebook) => {
      const state = await readState(notebook);
      const registers = registersOf(state);
      return { registers, noise: noiseOf(registers.indicators, state.assets.values()) };
    });
  } catch (error) {
    // What would become of a file can be said without the notebook.
    if (error instanceof CliProblem) return undefined;
    throw error;
  }
}

/** `--save-map`: how the first list was read, to read the next one of its kind the same way. */
export async function saveMap(file: string, plans: readonly PlannedCase[]): Promise<void> {
  const list = plans.map(({ rescued }) => rescued.list).find((one) => one !== undefined);
  if (list === undefined) throw new CliProblem(rescueMessages.noMapToSave);
  try {
    const { as, columns } = list;
    await writeFile(file, `${JSON.stringify({ as, columns }, undefined, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const detail = systemCode(error);
    if (detail === undefined) throw error;
    throw new CliProblem(
      detail === 'EEXIST' ? rescueMessages.mapExists : rescueMessages.mapNotSaved,
      { file, detail },
    );
  }
}
