import { flattenJson, scalarText } from './field-text.ts';
import { jsonFormatReader } from './json-format.ts';
import { epochTime, isoTime, type ZoneClock } from './log-time.ts';
import { zeekHostFields, zeekText } from './zeek-fields.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Fields that shippers of Zeek logs add for the log's name. */
const pathFields = ['@stream', '_path', '@path'] as const;
const added = new Set<string>(['ts', ...pathFields]);

/**
 * The log's name where no field says it, by the fields that only this log has.
 *
 * Zeek itself writes the name into the file's name alone, and that is no proof.
 */
const pathsByFields: readonly (readonly [path: string, fields: readonly string[]])[] = [
  ['conn', ['conn_state']],
  ['dns', ['qtype_name']],
  ['dns', ['query', 'trans_id']],
  ['http', ['trans_depth', 'request_body_len']],
  ['ssl', ['ssl_history']],
  ['ssl', ['established', 'cipher']],
  ['files', ['fuid', 'seen_bytes']],
  ['notice', ['note', 'actions']],
  ['weird', ['name', 'notice', 'peer']],
  ['x509', ['certificate.serial']],
  ['x509', ['certificate']],
  ['smtp', ['trans_depth', 'helo']],
  ['dhcp', ['uids', 'msg_types']],
  ['kerberos', ['request_type', 'service']],
  ['ntlm', ['domainname']],
  ['dce_rpc', ['endpoint', 'operation']],
  ['smb_files', ['action', 'name', 'path']],
  ['smb_mapping', ['path', 'share_type']],
  ['ssh', ['auth_attempts']],
  ['rdp', ['cookie']],
  ['ftp', ['command', 'reply_code']],
  ['pe', ['machine', 'compile_ts']],
  ['software', ['software_type']],
  ['known_services', ['port_num', 'port_proto']],
  ['capture_loss', ['ts_delta', 'percent_lost']],
  ['reporter', ['level', 'message', 'location']],
  ['stats', ['pkts_proc', 'mem']],
  ['tunnel', ['tunnel_type']],
];

/**
 * Zeek (Bro) logs as JSON, one object a record.
 *
 * `ts` is seconds or milliseconds since 1970 in UTC, or a written time in UTC with `Z` (`LogAscii::json_timestamps`,
 * docs.zeek.org). Connections are `id.orig_h`, flattened `id_orig_h`, or nested.
 */
export const zeekJsonReader = jsonFormatReader({
  id: 'zeek-json',
  score(object) {
    if (object['ts'] === undefined) return 0;
    if (hasConnection(object) && typeof object['uid'] === 'string') return 97;
    if (pathFields.some((name) => typeof object[name] === 'string')) return 93;
    if (hasConnection(object)) return 90;
    return pathByFields(object) === '' ? 0 : 75;
  },
  read(object, clock) {
    const timeText = scalarText(object['ts']);
    if (timeText === undefined && !hasConnection(object)) return undefined;
    const pairs = flattenJson(object).filter(([name]) => !added.has(name));
    return {
      time: timeText === undefined ? undefined : readTime(timeText, clock),
      timeText: timeText ?? '',
      host: hostOf(object),
      kind: pathOf(object),
      text: zeekText(pairs),
    };
  },
});

function readTime(text: string, clock: ZoneClock | undefined): number | undefined {
  // 10^11 seconds are the year 5138: what is as large counts milliseconds.
  return epochTime(text, Math.abs(Number(text)) < 1e11 ? 's' : 'ms') ?? isoTime(text, clock);
}

function hasConnection(object: JsonObject): boolean {
  return originOf(object) !== undefined;
}

function originOf(object: JsonObject): string | undefined {
  const nested = object['id'];
  const inside =
    typeof nested === 'object' && nested !== null && 'orig_h' in nested ? nested.orig_h : undefined;
  return scalarText(object['id.orig_h'] ?? object['id_orig_h'] ?? inside);
}

function hostOf(object: JsonObject): string {
  for (const name of zeekHostFields) {
    const host = name === 'id.orig_h' ? originOf(object) : object[name];
    if (typeof host === 'string' && host !== '') return host;
  }
  return '';
}

function pathOf(object: JsonObject): string {
  for (const name of pathFields) {
    const path = object[name];
    if (typeof path === 'string' && path !== '') return path;
  }
  return pathByFields(object);
}

function pathByFields(object: JsonObject): string {
  const found = pathsByFields.find(([, fields]) => fields.every((field) => field in object));
  return found?.[0] ?? '';
}
