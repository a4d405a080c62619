import { anyJsonReader } from './any-json.ts';
import { anyLinesReader } from './any-lines.ts';
import { anyTableReader } from './any-table.ts';
import { apacheErrorReader } from './apache-error.ts';
import { aptHunterCsvReader } from './apt-hunter-csv.ts';
import { auditdReader } from './auditd.ts';
import { awsElbReader } from './aws-elb.ts';
import { awsVpcFlowReader } from './aws-vpc-flow.ts';
import { azureLogReader } from './azure-log.ts';
import { bodyfileReader } from './bodyfile.ts';
import { chainsawReader } from './chainsaw.ts';
import { cloudTrailReader } from './cloudtrail.ts';
import { defenderHuntingReader } from './defender-hunting.ts';
import { dmesgReader } from './dmesg.ts';
import { eventViewerCsvReader } from './event-viewer-csv.ts';
import { ezToolsReader } from './ez-tools.ts';
import { googleCloudLogReader } from './google-cloud-log.ts';
import { hayabusaReader } from './hayabusa.ts';
import { journalExportReader } from './journal-export.ts';
import { journalJsonReader } from './journal-json.ts';
import type { Detection, FileHead, LogReader } from './log-reader.ts';
import { macosLogJsonReader } from './macos-log-json.ts';
import { macosLogReader } from './macos-log.ts';
import { mactimeReader } from './mactime.ts';
import { microsoft365AuditReader } from './microsoft-365-audit.ts';
import { networkMinerCsvReader } from './network-miner-csv.ts';
import { nginxErrorReader } from './nginx-error.ts';
import { plasoDynamicReader } from './plaso-dynamic.ts';
import { plasoJsonReader } from './plaso-json.ts';
import { plasoL2tcsvReader } from './plaso-l2tcsv.ts';
import { powershellTranscriptReader } from './powershell-transcript.ts';
import { refusedFormat } from './refused-format.ts';
import { squidAccessReader } from './squid-access.ts';
import { squidCacheReader } from './squid-cache.ts';
import { suricataEveReader } from './suricata-eve.ts';
import { suricataFastReader } from './suricata-fast.ts';
import { syslogReader } from './syslog.ts';
import { timesketchReader } from './timesketch.ts';
import { tlnReader } from './tln.ts';
import { velociraptorReader } from './velociraptor.ts';
import { w3cExtendedReader } from './w3c-extended.ts';
import { webAccessReader } from './web-access.ts';
import { windowsEventJsonReader } from './windows-event-json.ts';
import { windowsEventTableReader } from './windows-event-table.ts';
import { windowsEventXmlReader } from './windows-event-xml.ts';
import { zeekJsonReader } from './zeek-json.ts';
import { zeekTsvReader } from './zeek-tsv.ts';

/** Every format that we read; where two score alike the earlier one is taken, so the generic ones come last. */
export const logReaders: readonly LogReader[] = [
  plasoL2tcsvReader,
  plasoDynamicReader,
  plasoJsonReader,
  tlnReader,
  hayabusaReader,
  chainsawReader,
  timesketchReader,
  bodyfileReader,
  mactimeReader,
  aptHunterCsvReader,
  eventViewerCsvReader,
  windowsEventXmlReader,
  windowsEventTableReader,
  windowsEventJsonReader,
  ezToolsReader,
  velociraptorReader,
  cloudTrailReader,
  azureLogReader,
  googleCloudLogReader,
  microsoft365AuditReader,
  defenderHuntingReader,
  networkMinerCsvReader,
  powershellTranscriptReader,
  zeekTsvReader,
  zeekJsonReader,
  suricataEveReader,
  suricataFastReader,
  webAccessReader,
  w3cExtendedReader,
  awsElbReader,
  awsVpcFlowReader,
  squidAccessReader,
  squidCacheReader,
  apacheErrorReader,
  nginxErrorReader,
  auditdReader,
  journalJsonReader,
  journalExportReader,
  macosLogReader,
  macosLogJsonReader,
  syslogReader,
  dmesgReader,
  anyTableReader,
  anyJsonReader,
  anyLinesReader,
];

/** The reader whose format a file's beginning looks most like; undefined when none knows it, or it is refused. */
export function detectFormat(
  head: FileHead,
): { readonly reader: LogReader; readonly detection: Detection } | undefined {
  if (refusedFormat(head) !== undefined) return undefined;
  let best: { readonly reader: LogReader; readonly detection: Detection } | undefined;
  for (const reader of logReaders) {
    const detection = reader.detect(head);
    if (detection !== undefined && detection.score > (best?.detection.score ?? 0)) {
      best = { reader, detection };
    }
  }
  return best;
}
