import { allFields, fieldAt, fieldLines, firstText, type JsonObject } from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords, settled } from './json-records.ts';
import type { LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { isoTime, makeZoneClock } from './log-time.ts';
import { detectNamed, type NamedTable, readNamed } from './named-table.ts';

/** The event's own time before that of its arrival in a workspace. */
const timeNames = [
  'ActivityDateTime',
  'activityDateTime',
  'CreatedDateTime',
  'createdDateTime',
  'eventTimestamp',
  'event_timestamp',
  'EventTimestamp',
  'time',
  'TimeGenerated',
];
const kindNames = [
  'ActivityDisplayName',
  'activityDisplayName',
  'operationName.localizedValue',
  'operationName.value',
  'operation_name.value',
  'operationName',
  'operation_name',
  'OperationNameValue',
  'OperationName',
  'Category',
  'category',
];
const hostNames = [
  'IPAddress',
  'ipAddress',
  'CallerIpAddress',
  'callerIpAddress',
  'httpRequest.clientIpAddress',
  'http_request.client_ip_address',
  'properties.ipAddress',
  'InitiatedBy.user.ipAddress',
  'initiatedBy.user.ipAddress',
  'InitiatingIpAddress',
];
const firstNames = [
  'OperationName',
  'operationName',
  'operation_name',
  'ActivityDisplayName',
  'activityDisplayName',
  'UserPrincipalName',
  'userPrincipalName',
  'UserDisplayName',
  'caller',
  'Caller',
  'InitiatedBy',
  'initiatedBy',
  'AppDisplayName',
  'appDisplayName',
  'ResultType',
  'resultType',
  'Result',
  'result',
  'ResultDescription',
  'status',
  'Status',
  'TargetResources',
  'targetResources',
  'resourceId',
  'resource_id',
  'ResourceId',
];

/** Tables of a Log Analytics workspace that hold such logs. */
const workspaceTables =
  /^(?:AuditLogs|SigninLogs|AAD\w{1,60}|AzureActivity|AzureDiagnostics|MicrosoftGraphActivityLogs)$/u;

function has(value: JsonObject, ...names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(value, name));
}

function isAzure(value: JsonObject): boolean {
  const type = fieldAt(value, 'Type');
  if (typeof type === 'string' && workspaceTables.test(type)) return has(value, 'TimeGenerated');
  // The management interface, in either spelling.
  if (has(value, 'eventTimestamp', 'event_timestamp'))
    return has(value, 'operationName', 'operation_name', 'eventDataId', 'event_data_id');
  // Microsoft Graph: directory audits and sign-ins.
  if (has(value, 'activityDateTime')) return has(value, 'activityDisplayName', 'initiatedBy');
  if (has(value, 'createdDateTime'))
    return (
      has(value, 'appDisplayName', 'servicePrincipalName') && has(value, 'status', 'ipAddress')
    );
  // Diagnostic settings: to a storage account or an event hub.
  if (has(value, 'time') && has(value, 'operationName') && has(value, 'category'))
    return has(value, 'resourceId', 'ResourceId', 'tenantId');
  return has(value, 'TimeGenerated') && has(value, 'OperationName') && has(value, 'CorrelationId');
}

const format: JsonFormat = {
  wrappers: ['records', 'value', 'Records', 'values'],
  isRecord: isAzure,
};

const utc = makeZoneClock('UTC');

function rowOf(value: JsonObject): LogRow {
  const timeText = firstText(value, timeNames);
  const taken = timeNames.find((name) => firstText(value, [name]) === timeText);
  const pairs = allFields(value, firstNames).filter(([name]) => name !== taken);
  return {
    time: isoTime(timeText, utc),
    timeText,
    host: firstText(value, hostNames),
    kind: firstText(value, kindNames),
    text: fieldLines(pairs),
  };
}

const utcNames = ['Date (UTC)', 'TimeGenerated [UTC]', 'CreatedDateTime [UTC]'];

const table: NamedTable = {
  time: [...utcNames, 'TimeGenerated', 'Time', 'Event timestamp'],
  utc: utcNames,
  host: ['IP address', 'IPAddress', 'CallerIpAddress', 'Caller IP address'],
  kind: ['Activity', 'ActivityDisplayName', 'OperationName', 'Operation name', 'Category'],
  first: [
    'User',
    'Username',
    'UserPrincipalName',
    'ActorDisplayName',
    'Application',
    'AppDisplayName',
    'Status',
    'Result',
    'ResultType',
    'Failure reason',
    'Event initiated by',
    'Resource',
  ],
  isHeader: (columns) => {
    if (columns.has('EventID') || columns.has('ActionType')) return false;
    const portal = ['Request ID', 'CorrelationId', 'Correlation ID', 'Correlation id', 'Service'];
    if (columns.has('Date (UTC)')) return columns.find(portal) !== -1;
    if (columns.has('Operation name') && columns.has('Event initiated by'))
      return columns.has('Time');
    return (
      columns.find(['TimeGenerated [UTC]', 'TimeGenerated']) !== -1 &&
      columns.find(['OperationName', 'OperationNameValue']) !== -1 &&
      columns.has('CorrelationId')
    );
  },
};

/**
 * Logs of Azure and Entra ID: activity, sign-ins, directory audits; out of the portal (CSV), Microsoft Graph,
 * the management interface, diagnostic settings, or a Log Analytics workspace.
 *
 * All are UTC (Azure Monitor, "TimeGenerated"; Microsoft Graph, "DateTimeOffset … always in UTC"); a CSV column
 * says so in its name, and asks for the zone when it does not. The host is the address of the caller.
 */
export const azureLogReader: LogReader = {
  id: 'azure-log',
  detect(head) {
    const own = ownRecords(head, format);
    return own === undefined ? detectNamed(head, table, 93) : settled(93, own.layout);
  },
  start(head, layout, choices) {
    if (layout.shape === 'cells') return readNamed(head, table, choices);
    return jsonReader(format.wrappers, (value) =>
      format.isRecord(value) ? [rowOf(value)] : undefined,
    );
  },
};
