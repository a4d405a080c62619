import { allFields, fieldLines, firstText } from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords, settled } from './json-records.ts';
import type { LogReader } from './log-reader.ts';
import { isoTime, makeZoneClock } from './log-time.ts';
import { detectNamed, type NamedTable, readNamed } from './named-table.ts';

const timeNames = ['Timestamp', 'Event Time', 'TimeGenerated [UTC]', 'TimeGenerated'];
const hostNames = ['DeviceName', 'Computer Name', 'DeviceId', 'Machine Id'];
const kindNames = ['ActionType', 'Action Type'];
const firstNames = [
  'FileName',
  'FolderPath',
  'ProcessCommandLine',
  'AccountName',
  'InitiatingProcessFileName',
  'InitiatingProcessCommandLine',
  'RemoteIP',
  'RemoteUrl',
  'RemotePort',
  'RegistryKey',
  'File Name',
  'Folder Path',
  'Process Command Line',
  'Account Name',
  'Remote IP',
];
/** Columns of its tables of mail, identities and alerts, which name no action or no device. */
const otherNames = ['NetworkMessageId', 'AccountUpn', 'AlertId', 'ReportId', 'InitiatingProcessId'];

const table: NamedTable = {
  time: timeNames,
  utc: ['TimeGenerated [UTC]'],
  host: hostNames,
  kind: kindNames,
  first: firstNames,
  isHeader: (columns) => {
    if (columns.find(timeNames) === -1) return false;
    const action = columns.find(kindNames) !== -1;
    const device = columns.find(hostNames) !== -1;
    return (action && device) || ((action || device) && columns.find(otherNames) !== -1);
  },
};

const format: JsonFormat = {
  wrappers: ['Results', 'results'],
  isRecord: (value) =>
    firstText(value, ['Timestamp', 'TimeGenerated']) !== '' &&
    typeof value['ActionType'] === 'string' &&
    (typeof value['DeviceName'] === 'string' || Object.hasOwn(value, 'ReportId')),
};

const utc = makeZoneClock('UTC');

/**
 * Microsoft Defender's advanced hunting and device timelines: CSV from the portal, JSON from its interface.
 *
 * The interface answers in UTC (advanced hunting API); what the portal exports without a zone is in the zone
 * that its user has set, so it is asked.
 */
export const defenderHuntingReader: LogReader = {
  id: 'defender-hunting',
  detect(head) {
    const own = ownRecords(head, format);
    return own === undefined ? detectNamed(head, table, 92) : settled(92, own.layout);
  },
  start(head, layout, choices) {
    if (layout.shape === 'cells') return readNamed(head, table, choices);
    return jsonReader(format.wrappers, (value) => {
      if (!format.isRecord(value)) return undefined;
      const timeText = firstText(value, ['Timestamp', 'TimeGenerated']);
      const pairs = allFields(value, firstNames).filter(
        ([name]) => name !== 'Timestamp' && name !== 'ActionType',
      );
      return [
        {
          time: isoTime(timeText, utc),
          timeText,
          host: firstText(value, hostNames),
          kind: firstText(value, kindNames),
          text: fieldLines(pairs),
        },
      ];
    });
  },
};
