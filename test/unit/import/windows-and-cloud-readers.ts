import { aptHunterCsvReader } from '#shared/import/apt-hunter-csv.ts';
import { azureLogReader } from '#shared/import/azure-log.ts';
import { cloudTrailReader } from '#shared/import/cloudtrail.ts';
import { defenderHuntingReader } from '#shared/import/defender-hunting.ts';
import { eventViewerCsvReader } from '#shared/import/event-viewer-csv.ts';
import { ezToolsReader } from '#shared/import/ez-tools.ts';
import { googleCloudLogReader } from '#shared/import/google-cloud-log.ts';
import type { LogReader } from '#shared/import/log-reader.ts';
import { microsoft365AuditReader } from '#shared/import/microsoft-365-audit.ts';
import { networkMinerCsvReader } from '#shared/import/network-miner-csv.ts';
import { powershellTranscriptReader } from '#shared/import/powershell-transcript.ts';
import { velociraptorReader } from '#shared/import/velociraptor.ts';
import { windowsEventJsonReader } from '#shared/import/windows-event-json.ts';
import { windowsEventTableReader } from '#shared/import/windows-event-table.ts';
import { windowsEventXmlReader } from '#shared/import/windows-event-xml.ts';

/** The readers that these tests judge together. */
export const windowsAndCloudReaders: readonly LogReader[] = [
  windowsEventJsonReader,
  windowsEventXmlReader,
  windowsEventTableReader,
  eventViewerCsvReader,
  aptHunterCsvReader,
  ezToolsReader,
  networkMinerCsvReader,
  velociraptorReader,
  cloudTrailReader,
  googleCloudLogReader,
  azureLogReader,
  microsoft365AuditReader,
  defenderHuntingReader,
  powershellTranscriptReader,
];
