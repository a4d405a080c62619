import { fieldLines, type FieldPair } from './json-fields.ts';
import type { LogRow } from './log-row.ts';

/** An event of Windows, however the file wrote it down. Texts are empty where the file says nothing. */
export type WindowsEvent = {
  readonly time: number | undefined;
  readonly timeText: string;
  readonly id: string;
  readonly provider: string;
  readonly channel: string;
  readonly host: string;
  readonly level: string;
  readonly recordNumber: string;
  /** The rendered message. */
  readonly message: string;
  /** What the event carries: the fields of EventData or UserData. */
  readonly data: readonly FieldPair[];
  /** Times of the event that do not count, since another one carries its zone. */
  readonly timesAside?: readonly FieldPair[];
};

/** What a responder looks for first, in this order; the rest follows as it stands. */
const importantData = [
  'CommandLine',
  'ScriptBlockText',
  'NewProcessName',
  'Image',
  'ParentImage',
  'TargetDomainName',
  'TargetUserName',
  'SubjectUserName',
  'LogonType',
  'IpAddress',
  'WorkstationName',
  'ServiceName',
  'ImagePath',
  'TaskName',
  'TargetFilename',
  'TargetObject',
  'QueryName',
  'SourceIp',
  'DestinationIp',
  'DestinationPort',
] as const;
const importance = new Map<string, number>(importantData.map((name, at) => [name, at]));

function byImportance(data: readonly FieldPair[]): readonly FieldPair[] {
  if (!data.some(([name]) => importance.has(name))) return data;
  const last = importantData.length;
  return data.toSorted(([a], [b]) => (importance.get(a) ?? last) - (importance.get(b) ?? last));
}

/**
 * The row of an event: its message unchanged, or its data when it has no message, and below that where the
 * event was written.
 */
export function windowsEventRow(event: WindowsEvent): LogRow {
  const told = event.message === '' ? fieldLines(byImportance(event.data)) : event.message;
  const origin = fieldLines([
    ['Provider', event.provider],
    ['Channel', event.channel],
    ['Level', event.level],
    ['EventRecordID', event.recordNumber],
    ...(event.timesAside ?? []),
  ]);
  const text = [told, origin].filter((part) => part !== '').join('\n');
  return {
    time: event.time,
    timeText: event.timeText,
    host: event.host,
    kind: event.id,
    text: text === '' ? `EventID: ${event.id}` : text,
  };
}
