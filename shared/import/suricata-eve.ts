import { fieldTextWith, flattenJson, scalarText } from './field-text.ts';
import { jsonFormatReader } from './json-format.ts';
import { isoTime } from './log-time.ts';

const fieldText = fieldTextWith([
  'alert.signature',
  'alert.category',
  'alert.severity',
  'alert.action',
  'alert.gid',
  'alert.signature_id',
  'alert.rev',
  'src_ip',
  'src_port',
  'dest_ip',
  'dest_port',
  'proto',
  'app_proto',
  'http.http_method',
  'http.hostname',
  'http.url',
  'http.status',
  'http.http_user_agent',
  'dns.type',
  'dns.rrname',
  'dns.rrtype',
  'dns.rcode',
  'tls.sni',
  'tls.subject',
  'tls.issuerdn',
  'fileinfo.filename',
  'fileinfo.sha256',
  'anomaly.event',
]);

/**
 * Suricata's EVE log, one JSON object an event of any type.
 *
 * `timestamp` is local time with an offset (docs.suricata.io, EVE JSON format); files from other hands lack the
 * offset, and then the zone is asked. The machine is the destination, which is what an alert is about.
 */
export const suricataEveReader = jsonFormatReader({
  id: 'suricata-eve',
  score(object) {
    const { timestamp, event_type: type } = object;
    if (typeof timestamp !== 'string' || typeof type !== 'string') return 0;
    const own = ['flow_id', 'src_ip', 'in_iface', 'pcap_cnt', type];
    return own.some((name) => object[name] !== undefined) ? 97 : 60;
  },
  read(object, clock) {
    const { timestamp, event_type: type, dest_ip: destination, ...rest } = object;
    const kind = scalarText(type);
    const timeText = scalarText(timestamp);
    if (kind === undefined && timeText === undefined) return undefined;
    const pairs = flattenJson(destination === undefined ? rest : { ...rest, dest_ip: destination });
    return {
      time: timeText === undefined ? undefined : isoTime(timeText, clock),
      timeText: timeText ?? '',
      host: scalarText(destination) ?? scalarText(object['host']) ?? '',
      kind: kind ?? '',
      text: fieldText(pairs) || `event_type: ${kind ?? ''}`,
    };
  },
});
