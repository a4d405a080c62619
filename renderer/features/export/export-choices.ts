import type { Tlp } from '#shared/domain/incident.ts';
import { earliestMs, latestMs } from '#shared/domain/time/entry-time.ts';
import { parseTime } from '#shared/domain/time/parse-time.ts';
import type { ExportFormat } from '#shared/export/export-formats.ts';
import { exportMessages as m } from '#shared/i18n/export-messages.ts';
import type { Message } from '#shared/i18n/messages.ts';
import type { IpcRequest } from '#shared/ipc/contract.ts';

/** What a person has chosen in the dialog, as it stands in its fields. */
export type ExportChoices = {
  readonly format: ExportFormat;
  readonly tlp: Tlp | 'none';
  readonly onlyShown: boolean;
  readonly from: string;
  readonly until: string;
};

/** What each format is called. */
export const formatMessages: Readonly<Record<ExportFormat, Message>> = {
  stix: m.formatStix,
  misp: m.formatMisp,
  navigator: m.formatNavigator,
  'attack-flow': m.formatAttackFlow,
  case: m.formatCase,
  veris: m.formatVeris,
  timesketch: m.formatTimesketch,
  iris: m.formatIris,
  csv: m.formatCsv,
  xlsx: m.formatXlsx,
  json: m.formatJson,
};

type Read =
  | { readonly ok: true; readonly wanted: IpcRequest<'case:export'> }
  | { readonly ok: false; readonly field: 'from' | 'until'; readonly problem: Message };

/** Turns the fields into a request; times are read as the entry line reads them. */
export function readChoices(
  { format, tlp, onlyShown, from, until }: ExportChoices,
  context: {
    readonly shown: readonly string[] | undefined;
    readonly zone: string;
    readonly nowMs: number;
  },
): Read {
  const instant = (text: string, edge: typeof earliestMs): string | null | undefined => {
    if (text.trim() === '') return null;
    const time = parseTime(text, context);
    if (!time.ok || time.value.utc === null) return undefined;
    return new Date(edge({ ...time.value, relation: 'at' })).toISOString();
  };
  const first = instant(from, earliestMs);
  const last = instant(until, latestMs);
  if (first === undefined) return { ok: false, field: 'from', problem: m.timeUnreadable };
  if (last === undefined) return { ok: false, field: 'until', problem: m.timeUnreadable };
  if (first !== null && last !== null && last < first)
    return { ok: false, field: 'until', problem: m.endBeforeStart };
  const entries = onlyShown && context.shown !== undefined ? [...context.shown] : null;
  const wanted = { format, tlp: tlp === 'none' ? null : tlp, from: first, until: last, entries };
  return { ok: true, wanted };
}
