import type { ExportCase, ExportEvidence } from './export-case.ts';
import type { ExportFile, ExportPorts } from './export-file.ts';
import { recordUuid } from './name-uuid.ts';
import { stableJson } from './stable-json.ts';

type Node = { readonly '@id': string; readonly '@type': string } & Readonly<
  Record<string, unknown>
>;

const context = {
  kb: 'urn:uuid:',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': 'https://ontology.unifiedcyberontology.org/uco/action/',
  'uco-core': 'https://ontology.unifiedcyberontology.org/uco/core/',
  'uco-identity': 'https://ontology.unifiedcyberontology.org/uco/identity/',
  'uco-location': 'https://ontology.unifiedcyberontology.org/uco/location/',
  'uco-observable': 'https://ontology.unifiedcyberontology.org/uco/observable/',
  'uco-types': 'https://ontology.unifiedcyberontology.org/uco/types/',
  'uco-vocabulary': 'https://ontology.unifiedcyberontology.org/uco/vocabulary/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * Evidence and its custody as JSON-LD in the words of CASE 1.x and UCO: a file with its hash, a provenance
 * record with the exhibit number, an investigative action for everything that happened to it, each informed
 * by the one before.
 */
export function writeCaseUco(content: ExportCase, ports: ExportPorts): readonly ExportFile[] {
  const idOf = (...words: readonly string[]): string =>
    `kb:${recordUuid(content.notebook, ['case', ...words], ports.sha1Hex)}`;
  const nodes = [...graphOf(content, idOf)];
  return [{ name: 'case-uco.jsonld', text: stableJson({ '@context': context, '@graph': nodes }) }];
}

type IdOf = (...words: readonly string[]) => string;

function* graphOf(content: ExportCase, idOf: IdOf): Generator<Node> {
  const persons = new Map<string, string>();
  const places = new Map<string, string>();
  const parts: Node[] = content.evidence.flatMap((item) => [
    ...evidenceNodes(item, idOf, { persons, places }),
  ]);
  const { title, summary } = content.incident;
  yield {
    '@id': idOf('investigation'),
    '@type': 'case-investigation:Investigation',
    'uco-core:name': title ?? `Incident ${content.notebook.slice(0, 8)}`,
    ...(summary ? { 'uco-core:description': summary } : {}),
    'uco-core:objectCreatedTime': instant(content.created),
    'uco-core:modifiedTime': instant(content.modified),
    'uco-core:tag': [`TLP:${content.label}`],
    'uco-core:object': parts.map((node) => ({ '@id': node['@id'] })),
  };
  for (const [name, id] of persons)
    yield { '@id': id, '@type': 'uco-identity:Person', 'uco-core:name': name };
  for (const [name, id] of places)
    yield { '@id': id, '@type': 'uco-location:Location', 'uco-core:name': name };
  yield* parts;
}

function instant(value: string) {
  return { '@type': 'xsd:dateTime', '@value': value };
}

type Names = { readonly persons: Map<string, string>; readonly places: Map<string, string> };

function* evidenceNodes(item: ExportEvidence, idOf: IdOf, names: Names): Generator<Node> {
  const file = idOf('file', item.id);
  yield {
    '@id': file,
    '@type': isThing(item) ? 'uco-observable:Device' : 'uco-observable:File',
    'uco-core:name': item.name,
    'uco-core:hasFacet': isThing(item)
      ? [deviceFacet(item, idOf)]
      : [fileFacet(item, idOf), contentFacet(item, idOf)],
  };
  const record = idOf('provenance', item.id);
  yield {
    '@id': record,
    '@type': 'case-investigation:ProvenanceRecord',
    'case-investigation:exhibitNumber': item.no,
    'uco-core:description': item.note === '' ? item.name : `${item.name}\n${item.note}`,
    'uco-core:objectCreatedTime': instant(item.created),
    'uco-core:tag': [`TLP:${item.label}`],
    'uco-core:object': [{ '@id': file }],
  };
  let before: string | undefined;
  for (const event of item.custody) {
    const id = idOf('custody', event.id);
    const performer = named(names.persons, event.by, 'person', idOf);
    const place = named(names.places, event.place, 'place', idOf);
    const words = [
      ['from', event.from],
      ['to', event.to],
      ['purpose', event.purpose],
      ['note', event.note],
    ].flatMap(([name, text]) => (text === '' ? [] : [`${name}: ${text}`]));
    yield {
      '@id': id,
      '@type': 'case-investigation:InvestigativeAction',
      'uco-core:name': event.action,
      ...(words.length > 0 && { 'uco-core:description': words.join('\n') }),
      'uco-action:startTime': instant(event.at),
      ...(performer !== undefined && { 'uco-action:performer': { '@id': performer } }),
      ...(place !== undefined && { 'uco-action:location': [{ '@id': place }] }),
      'uco-action:object': [{ '@id': record }, { '@id': file }],
      'uco-action:result': [{ '@id': record }],
      ...(before !== undefined && { 'case-investigation:wasInformedBy': [{ '@id': before }] }),
    };
    before = id;
  }
}

function named(
  known: Map<string, string>,
  name: string,
  kind: string,
  idOf: IdOf,
): string | undefined {
  if (name === '') return undefined;
  const id = known.get(name) ?? idOf(kind, name);
  known.set(name, id);
  return id;
}

/** Facts of the file, whether it lies in the notebook or stays elsewhere. */
function fileFacet(item: ExportEvidence, idOf: IdOf): Node {
  const { id, name } = item;
  const { size, origin, times } = item.reference ?? item;
  const time = (ms: number | undefined) =>
    ms === undefined || Number.isNaN(new Date(ms).getTime())
      ? undefined
      : instant(new Date(ms).toISOString());
  return {
    '@id': idOf('file-facet', id),
    '@type': 'uco-observable:FileFacet',
    'uco-observable:fileName': name,
    'uco-observable:sizeInBytes': size,
    ...(origin !== undefined && { 'uco-observable:filePath': origin.path }),
    'uco-observable:modifiedTime': time(times?.modified),
    'uco-observable:accessedTime': time(times?.accessed),
    'uco-observable:observableCreatedTime': time(times?.created),
  };
}

/** Hashes in the order in which tools look for them; nothing where nobody has read the file. */
function hashesOf(item: ExportEvidence): readonly (readonly [string, string, string])[] {
  const { sha256, hashes } = item.reference ?? item;
  const all = [
    ['hash', 'SHA256', sha256],
    ['hash-sha1', 'SHA1', hashes?.sha1],
    ['hash-md5', 'MD5', hashes?.md5],
  ] as const;
  return all.flatMap(([name, method, value]) =>
    value === undefined ? [] : [[name, method, value] as const],
  );
}

function contentFacet(item: ExportEvidence, idOf: IdOf): Node {
  const { id } = item;
  return {
    '@id': idOf('content-facet', id),
    '@type': 'uco-observable:ContentDataFacet',
    'uco-observable:sizeInBytes': (item.reference ?? item).size,
    'uco-observable:hash': hashesOf(item).map(([key, method, value]) => ({
      '@id': idOf(key, id),
      '@type': 'uco-types:Hash',
      'uco-types:hashMethod': { '@type': 'uco-vocabulary:HashNameVocab', '@value': method },
      'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': value },
    })),
  };
}

/** A thing that is no file, with what tells it from others of its kind. */
function deviceFacet({ id, fields }: ExportEvidence, idOf: IdOf): Node {
  return {
    '@id': idOf('device-facet', id),
    '@type': 'uco-observable:DeviceFacet',
    ...(fields.makeModel && { 'uco-observable:model': fields.makeModel }),
    ...(fields.serial && { 'uco-observable:serialNumber': fields.serial }),
  };
}

/** True for an item that has no file anywhere. */
function isThing({ sha256, reference }: ExportEvidence): boolean {
  return sha256 === undefined && reference === undefined;
}
