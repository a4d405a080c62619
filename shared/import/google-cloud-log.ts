import {
  allFields,
  fieldAt,
  fieldLines,
  firstText,
  isObject,
  type JsonObject,
} from './json-fields.ts';
import { type JsonFormat, jsonReader, ownRecords, settled } from './json-records.ts';
import type { LogReader } from './log-reader.ts';
import type { LogRow } from './log-row.ts';
import { isoTime, makeZoneClock } from './log-time.ts';

const firstNames = [
  'textPayload',
  'jsonPayload.message',
  'protoPayload.methodName',
  'protoPayload.serviceName',
  'protoPayload.authenticationInfo.principalEmail',
  'protoPayload.requestMetadata.callerIp',
  'protoPayload.resourceName',
  'protoPayload.status',
  'severity',
  'resource',
];

const format: JsonFormat = {
  wrappers: ['entries'],
  isRecord: (value) =>
    Object.hasOwn(value, 'logName') &&
    (Object.hasOwn(value, 'timestamp') || Object.hasOwn(value, 'receiveTimestamp')) &&
    (isObject(fieldAt(value, 'resource')) || Object.hasOwn(value, 'insertId')),
};

const utc = makeZoneClock('UTC');
const hostNames = [
  'protoPayload.requestMetadata.callerIp',
  'httpRequest.remoteIp',
  'jsonPayload.connection.src_ip',
  'labels.compute.googleapis.com/resource_name',
  'jsonPayload.hostname',
  'resource.labels.instance_id',
];

function rowOf(value: JsonObject): LogRow {
  const timeText = firstText(value, ['timestamp', 'receiveTimestamp']);
  const pairs = allFields(value, firstNames).filter(([name]) => name !== 'timestamp');
  const method = firstText(value, ['protoPayload.methodName', 'protoPayload.@type']);
  const log = firstText(value, ['logName']);
  return {
    time: isoTime(timeText, utc),
    timeText,
    host: firstText(value, hostNames),
    kind: method === '' ? log.slice(log.lastIndexOf('/') + 1) : method,
    text: fieldLines(pairs),
  };
}

/**
 * Google Cloud's `LogEntry`: audit logs and others, as an array (`gcloud logging read --format=json`, the
 * console) or as lines out of a bucket.
 *
 * `timestamp` is when the event happened, in RFC 3339 and UTC (Cloud Logging API, "LogEntry"); it comes before
 * `receiveTimestamp`. The host is the caller's address where there is one.
 */
export const googleCloudLogReader: LogReader = {
  id: 'google-cloud-log',
  detect(head) {
    const own = ownRecords(head, format);
    return own === undefined ? undefined : settled(95, own.layout);
  },
  start() {
    return jsonReader(format.wrappers, (value) =>
      format.isRecord(value) ? [rowOf(value)] : undefined,
    );
  },
};
