import type { ExportRecord } from '../export-case.ts';
import type { IndicatorFields } from '../../domain/indicator.ts';
import { utcMs } from './stix-times.ts';
import type { StixObject } from './stix-object.ts';
import { stixPattern } from './stix-pattern.ts';
import { confidenceNumber, ifAny, killChainPhases, type StixScope } from './stix-scope.ts';

type Indicator = ExportRecord<IndicatorFields>;

const hashTypes: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha256', 'sha512']);
const sureStates: ReadonlySet<string> = new Set(['confirmed', 'shared', 'blocked']);

/**
 * An indicator in words that STIX has: a pattern, a vulnerability, or a note for what has no pattern (a
 * behaviour, a Bitcoin address, a range by its ends). Undefined for a record without a value.
 */
export function indicatorObject(
  indicator: Indicator,
  incident: string,
  scope: StixScope,
): StixObject | undefined {
  const { id, type = 'other', value, note, origin, state } = indicator;
  if (value === undefined) return undefined;
  const about = [note, origin === undefined ? undefined : `Origin: ${origin}`];
  const description = about.filter((text) => text !== undefined && text !== '').join('\n\n');
  const labels = state === undefined ? [] : [`state:${state}`];
  if (type === 'cve')
    return scope.object('vulnerability', [id], indicator, {
      name: value.toUpperCase(),
      ...(description !== '' && { description }),
      external_references: [{ source_name: 'cve', external_id: value.toUpperCase() }],
    });
  const pattern = stixPattern(type, value);
  if (pattern === undefined)
    return scope.object('note', [id], indicator, {
      abstract: `Indicator without a pattern (${type})`,
      content: description === '' ? value : `${value}\n\n${description}`,
      object_refs: [incident],
      ...ifAny('labels', ['indicator', ...labels]),
      ...confidenceNumber(indicator.confidence),
    });
  const from = utcMs(indicator.firstSeen ?? indicator.created);
  const until = indicator.validUntil == null ? undefined : utcMs(indicator.validUntil);
  return scope.object('indicator', [id], indicator, {
    name: value,
    ...(description !== '' && { description }),
    pattern,
    pattern_type: 'stix',
    pattern_version: '2.1',
    valid_from: from,
    // A pattern that ends before it begins is none (STIX 2.1, 4.7).
    ...(until !== undefined && until > from && { valid_until: until }),
    ...ifAny('kill_chain_phases', killChainPhases(indicator.stages)),
    ...ifAny('labels', labels),
    ...confidenceNumber(indicator.confidence),
  });
}

/** The malware of a file whose hash somebody has confirmed; a mere candidate says nothing about a file. */
export function malwareObject(
  { id, type, value, state, stages, confidence, created, modified, label }: Indicator,
  sample: StixObject | undefined,
  scope: StixScope,
): StixObject | undefined {
  const isSure =
    confidence === 'confirmed' || (confidence === undefined && sureStates.has(state ?? ''));
  if (value === undefined || sample === undefined || !hashTypes.has(type ?? '') || !isSure)
    return undefined;
  return scope.object(
    'malware',
    [id],
    { created, modified, label },
    {
      name: value,
      is_family: false,
      sample_refs: [sample.id],
      ...ifAny('kill_chain_phases', killChainPhases(stages)),
    },
  );
}
