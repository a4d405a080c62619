import type { ExportCase } from './export-case.ts';
import type { ExportFile, ExportPorts } from './export-file.ts';
import type { ExportFormat } from './export-formats.ts';
import { spreadsheetCsv } from './csv-text.ts';
import { registerTables } from './register-tables.ts';
import { stableJson } from './stable-json.ts';
import { writeAttackFlow } from './attack-flow.ts';
import { writeCaseUco } from './case-uco.ts';
import { writeIris } from './iris.ts';
import { writeMisp } from './misp.ts';
import { writeNavigator } from './navigator.ts';
import { writeTimesketch } from './timesketch.ts';
import { writeVeris } from './veris.ts';
import { writeStix } from './stix/write-stix.ts';

type Writer = (content: ExportCase, ports: ExportPorts) => readonly ExportFile[];

const writers: Readonly<Record<ExportFormat, Writer>> = {
  stix: writeStix,
  misp: writeMisp,
  navigator: writeNavigator,
  'attack-flow': writeAttackFlow,
  case: writeCaseUco,
  veris: writeVeris,
  timesketch: writeTimesketch,
  iris: writeIris,
  csv: (content) =>
    registerTables(content).map((table) => ({
      name: `${table.name}.csv`,
      text: spreadsheetCsv(table),
    })),
  xlsx: (content) => [{ name: 'registers.xlsx', tables: registerTables(content) }],
  json: (content, { appVersion }) => [
    {
      name: 'case.json',
      text: stableJson({ format: 'kiroku-case', version: 1, app: appVersion, ...content }),
    },
  ],
};

/** Writes a case that may go out; the same case gives the same files on every machine. */
export function writeExport(
  format: ExportFormat,
  content: ExportCase,
  ports: ExportPorts,
): readonly ExportFile[] {
  return writers[format](content, ports);
}
