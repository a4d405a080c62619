import { CaseBuilder } from '../rescue/case-builder.ts';
import { type FileRecord, isRecord, recordOf, textOfValue } from '../rescue/field-value.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';

const marks = ['action', 'actor', 'asset', 'attribute', 'discovery_method', 'schema_version'];

/** True for incidents in VERIS, one or a list of them. */
export function isVeris(file: unknown): boolean {
  const [first] = Array.isArray(file) ? (file as readonly unknown[]) : [file];
  if (!isRecord(first)) return false;
  const found = marks.filter((name) => name in first).length;
  return 'incident_id' in first && found >= 3;
}

/** Reads VERIS: what it says of the incident as notes, a note for each part, and its assets as they are named. */
export function readVeris(file: unknown, choices: RescueChoices): RescuedCase {
  const builder = new CaseBuilder('veris', file, choices);
  const incidents: readonly unknown[] = Array.isArray(file) ? file : [file];
  for (const [at, value] of incidents.entries()) {
    const row = builder.row('incident', at + 1);
    if (!isRecord(value)) {
      row.leave('not-a-row');
      continue;
    }
    const plain = Object.entries(value).filter(([, part]) => !isRecord(part));
    row.note(
      value['summary'],
      plain.filter(([name]) => name !== 'summary'),
    );
    for (const [name, part] of Object.entries(value))
      if (isRecord(part)) builder.row(name, at + 1).note(`VERIS ${name}`, partsOf(name, part));
  }
  const [only] = incidents;
  const first = recordOf(only);
  return builder.finish({
    version: textOfValue(first['schema_version']),
    title: incidents.length === 1 ? textOfValue(first['summary']).slice(0, 300) : '',
  });
}

/** Lines of a part; the time of the incident is put together again. */
function partsOf(name: string, part: FileRecord): readonly (readonly [string, unknown])[] {
  if (name !== 'timeline') return Object.entries(part);
  return Object.entries(part).map(([step, value]) => [step, dateOf(recordOf(value)) ?? value]);
}

function dateOf({ year, month, day, time }: FileRecord): string | undefined {
  if (typeof year !== 'number') return undefined;
  const parts = [month, day].flatMap((part) =>
    typeof part === 'number' ? [String(part).padStart(2, '0')] : [],
  );
  return [[year, ...parts].join('-'), textOfValue(time)].join(' ').trim();
}
