import { defineMessages, type Language, type Message, say } from './messages.ts';

/** What people call the formats that readers read, by the name of the reader. */
export const logFormatMessages = defineMessages({
  'plaso-l2tcsv': { en: 'plaso, l2tcsv', ja: 'plaso（l2tcsv）' },
  'plaso-dynamic': { en: 'plaso, dynamic CSV', ja: 'plaso（dynamic CSV）' },
  'plaso-json': { en: 'plaso, JSON', ja: 'plaso（JSON）' },
  tln: { en: 'TLN and L2TTLN', ja: 'TLN・L2TTLN' },
  hayabusa: { en: 'Hayabusa', ja: 'Hayabusa' },
  chainsaw: { en: 'Chainsaw', ja: 'Chainsaw' },
  timesketch: { en: 'Timesketch', ja: 'Timesketch' },
  bodyfile: { en: 'Bodyfile (Sleuth Kit)', ja: 'ボディファイル（Sleuth Kit）' },
  mactime: { en: 'mactime', ja: 'mactime' },
  'apt-hunter-csv': { en: 'APT-Hunter, CSV', ja: 'APT-Hunter（CSV）' },
  'event-viewer-csv': { en: 'Windows Event Viewer, CSV', ja: 'Windows イベントビューアー（CSV）' },
  'windows-event-xml': { en: 'Windows events, XML', ja: 'Windows イベント（XML）' },
  'windows-event-table': { en: 'Windows events, table', ja: 'Windows イベント（表）' },
  'windows-event-json': { en: 'Windows events, JSON', ja: 'Windows イベント（JSON）' },
  'ez-tools': { en: 'EZ tools and KAPE, CSV', ja: 'EZ tools・KAPE（CSV）' },
  velociraptor: { en: 'Velociraptor', ja: 'Velociraptor' },
  cloudtrail: { en: 'AWS CloudTrail', ja: 'AWS CloudTrail' },
  'azure-log': { en: 'Azure log', ja: 'Azure ログ' },
  'google-cloud-log': { en: 'Google Cloud log', ja: 'Google Cloud ログ' },
  'microsoft-365-audit': { en: 'Microsoft 365 audit log', ja: 'Microsoft 365 監査ログ' },
  'defender-hunting': { en: 'Defender hunting results', ja: 'Defender 検索結果' },
  'network-miner-csv': { en: 'NetworkMiner, CSV', ja: 'NetworkMiner（CSV）' },
  'powershell-transcript': { en: 'PowerShell transcript', ja: 'PowerShell トランスクリプト' },
  'zeek-tsv': { en: 'Zeek, TSV', ja: 'Zeek（TSV）' },
  'zeek-json': { en: 'Zeek, JSON', ja: 'Zeek（JSON）' },
  'suricata-eve': { en: 'Suricata, eve.json', ja: 'Suricata（eve.json）' },
  'suricata-fast': { en: 'Suricata, fast.log', ja: 'Suricata（fast.log）' },
  'web-access': { en: 'Web server access log', ja: 'Web サーバーのアクセスログ' },
  'w3c-extended': { en: 'W3C extended log (IIS)', ja: 'W3C 拡張ログ（IIS）' },
  'aws-elb': { en: 'AWS load balancer log', ja: 'AWS ロードバランサーのログ' },
  'aws-vpc-flow': { en: 'AWS VPC flow log', ja: 'AWS VPC フローログ' },
  'squid-access': { en: 'Squid, access.log', ja: 'Squid（access.log）' },
  'squid-cache': { en: 'Squid, cache.log', ja: 'Squid（cache.log）' },
  'apache-error': { en: 'Apache error log', ja: 'Apache エラーログ' },
  'nginx-error': { en: 'nginx error log', ja: 'nginx エラーログ' },
  auditd: { en: 'Linux audit log', ja: 'Linux 監査ログ' },
  'journal-json': { en: 'systemd journal, JSON', ja: 'systemd ジャーナル（JSON）' },
  'journal-export': { en: 'systemd journal, export', ja: 'systemd ジャーナル（エクスポート）' },
  'macos-log': { en: 'macOS log', ja: 'macOS ログ' },
  'macos-log-json': { en: 'macOS log, JSON', ja: 'macOS ログ（JSON）' },
  syslog: { en: 'syslog', ja: 'syslog' },
  dmesg: { en: 'dmesg', ja: 'dmesg' },
  'any-table': { en: 'Any table (CSV, TSV, workbook)', ja: '任意の表（CSV、TSV、ブック）' },
  'any-json': { en: 'Any JSON', ja: '任意の JSON' },
  'any-lines': { en: 'Any lines of text', ja: '任意の行' },
});

/** The name of a format; one that this version does not know, as the notebook names it. */
export function logFormatName(language: Language, reader: string): string {
  const known: Readonly<Record<string, Message>> = logFormatMessages;
  const message = Object.hasOwn(known, reader) ? known[reader] : undefined;
  return message === undefined ? reader : say(language, message);
}
