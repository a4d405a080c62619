import { CaseBuilder } from '../rescue/case-builder.ts';
import { type FileRecord, isRecord, listOf, recordOf, textOfValue } from '../rescue/field-value.ts';
import type { RescueChoices, RescuedCase } from '../rescue/rescued-case.ts';
import { techniquesIn } from '../rescue/stage-words.ts';

/** True for a layer of the ATT&CK Navigator, of any version. */
export function isNavigatorLayer(file: unknown): boolean {
  if (!isRecord(file) || !Array.isArray(file['techniques'])) return false;
  const isNamed = typeof file['name'] === 'string' || typeof file['domain'] === 'string';
  const hasVersion = 'version' in file || 'versions' in file;
  const listed = listOf(file['techniques']);
  return isNamed && (hasVersion || listed.some((one) => 'techniqueID' in recordOf(one)));
}

/** Techniques that one entry can name. */
const mostTechniques = 100;

/** Reads a layer: what somebody marked in it becomes notes with their techniques, a hundred each. */
export function readNavigatorLayer(file: unknown, choices: RescueChoices): RescuedCase {
  const builder = new CaseBuilder('navigator', file, choices);
  const layer = recordOf(file);
  const marked = new Map<string, string>();
  for (const [at, technique] of listOf(layer['techniques']).entries()) {
    const row = builder.row('techniques', at + 1);
    const fields = recordOf(technique);
    const [id] = techniquesIn(textOfValue(fields['techniqueID']));
    if (id === undefined) {
      row.note('', Object.entries(fields));
      continue;
    }
    const said = saidOf(fields);
    if (fields['enabled'] === false || said === undefined) {
      row.leave('template-values', id);
      continue;
    }
    row.use();
    // The same technique below several tactics is one technique.
    if (marked.has(id)) row.remark('merged', id);
    if (!marked.has(id) || marked.get(id) === '') marked.set(id, row.text(said, 500));
  }
  const name = textOfValue(layer['name']);
  const ids = [...marked.keys()];
  for (let at = 0; at < ids.length; at += mostTechniques) {
    const some = ids.slice(at, at + mostTechniques);
    builder.row('layer', at / mostTechniques + 1).entry({
      head: `ATT&CK Navigator: ${name}`,
      kind: 'note',
      techniques: some,
      fields: [
        ['description', layer['description']],
        ['domain', layer['domain']],
        ...some.map((id) => [id, marked.get(id)] as const).filter(([, said]) => said !== ''),
      ],
    });
  }
  if (ids.length === 0) builder.row('layer', 1).note(name, [['description', layer['description']]]);
  return builder.finish({ version: versionOf(layer), title: name.slice(0, 300) });
}

function versionOf(layer: FileRecord): string {
  return textOfValue(layer['version'] ?? recordOf(layer['versions'])['layer']);
}

/** What a layer says of a technique: comment, score, colour alone is a mark too; undefined when nothing. */
function saidOf({ comment, score, color }: FileRecord): string | undefined {
  const parts = [textOfValue(comment), typeof score === 'number' ? `score ${score}` : ''].filter(
    (part) => part !== '',
  );
  if (parts.length > 0) return parts.join(', ');
  return textOfValue(color) === '' ? undefined : '';
}
