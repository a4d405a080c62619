import type { LogReader } from './log-reader.ts';
import { detectNamed, type NamedTable, readNamed } from './named-table.ts';

const frameNames = ['FirstFrame', 'FrameNumber', 'FrameNr', 'Frame nr.', 'InitialFrameNumber'];
const ownNames = [
  'FileStreamType',
  'Filename',
  'DnsQuery',
  'ParameterName',
  'DestinationIP',
  'ServerIP',
  'Server',
];

const table: NamedTable = {
  time: ['Timestamp', 'Timestamp (UTC)', 'Time', 'StartTime', 'FirstSeen'],
  utc: ['Timestamp (UTC)'],
  host: ['SourceIP', 'SourceHost', 'ClientIP', 'Client', 'SourceAddress'],
  kind: ['FileStreamType', 'Type', 'Protocol'],
  first: [
    'Filename',
    'Details',
    'DestinationIP',
    'DestinationPort',
    'SourcePort',
    'FileSize',
    'MD5',
    'DnsQuery',
    'DnsAnswer',
  ],
  isHeader: (columns) =>
    [table.time, table.host, frameNames, ownNames].every((names) => columns.find(names) !== -1),
};

/**
 * CSV that NetworkMiner exports: files, DNS, credentials, parameters of a capture.
 *
 * Times carry an offset, which may change from row to row. The host is the address that sent.
 */
export const networkMinerCsvReader: LogReader = {
  id: 'network-miner-csv',
  detect: (head) => detectNamed(head, table, 92),
  start: (head, _layout, choices) => readNamed(head, table, choices),
};
