import { evidenceGuidance } from '../catalogue/evidence-guidance.ts';
import { formatOffsetLength } from '../domain/clock-reading.ts';
import type { AnyItem } from '../domain/evidence.ts';
import {
  compareClaim,
  type EvidenceFields,
  evidenceTextFields,
  type WriteBlocker,
} from '../domain/evidence-fields.ts';
import { formatEntryTime } from '../domain/time/format-time.ts';
import { evidenceFieldMessages as m } from './evidence-field-messages.ts';
import { type Language, type Message, say } from './messages.ts';

/** A kind of evidence in words; one that this version does not know is shown as it is called. */
export function evidenceTypeName(type: string, language: Language): string {
  return evidenceGuidance.types.find(({ id }) => id === type)?.name[language] ?? type;
}

/** Whether a write blocker was used, in words. */
export const writeBlockerMessages = {
  used: m.blockerUsed,
  'not-used': m.blockerNotUsed,
  'not-needed': m.blockerNotNeeded,
} as const satisfies Record<WriteBlocker, Message>;

/** What is said of an item, with its name. */
export type EvidenceFact = {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  /** A hash, in type of one width. */
  readonly isCode?: boolean;
  /** Something that somebody has to look at. */
  readonly isWarning?: boolean;
};

type Words = { readonly language: Language; readonly zone: string };

/** Everything that people say of an item, in the order of the forms; what nobody said is left out. */
export function factsSaid(
  fields: EvidenceFields,
  { language, zone }: Words,
): readonly EvidenceFact[] {
  const word = (message: Message, values = {}) => say(language, message, values);
  const fact = (key: keyof typeof m, text: string | undefined): readonly EvidenceFact[] =>
    text === undefined || text.trim() === '' ? [] : [{ key, name: word(m[key]), text }];
  const { type, acquiredAt, clock, writeBlocker, tlp } = fields;
  const said = new Map(evidenceTextFields.map((name) => [name, fact(name, fields[name])]));
  const texts = (...names: readonly (typeof evidenceTextFields)[number][]) =>
    names.flatMap((name) => said.get(name) ?? []);
  return [
    ...fact('type', type && evidenceTypeName(type, language)),
    ...texts('label', 'description', 'quantity', 'makeModel', 'serial', 'hostname', 'mac', 'ip'),
    ...texts('condition', 'powerState', 'location'),
    ...fact(
      'acquiredAt',
      acquiredAt ? formatEntryTime(acquiredAt, { zone, locale: language, style: 'full' }) : '',
    ),
    ...fact(
      'clock',
      clock
        ? [word(m.clockExact, { length: formatOffsetLength(-clock.aheadMs) }), clock.how]
            .filter((part) => part !== '')
            .join(' · ')
        : '',
    ),
    ...texts('acquiredBy', 'witness', 'purpose', 'authority', 'method', 'tool'),
    ...fact('writeBlocker', writeBlocker ? word(writeBlockerMessages[writeBlocker]) : ''),
    ...texts('sourceHash', 'unavoidableChange', 'seal', 'storage'),
    ...fact('tlp', tlp ? `TLP:${tlp}` : ''),
    ...texts('retainUntil', 'disposition'),
  ];
}

/** What came of holding a hash that came with an item against those that were computed here. */
export function claimFact(
  item: AnyItem,
  fields: EvidenceFields,
  language: Language,
): EvidenceFact | undefined {
  if ((fields.sourceHash ?? '').trim() === '') return undefined;
  const { sha256, hashes } = item.reference ?? item;
  const found = compareClaim(fields.sourceHash, { ...hashes, sha256 });
  const message =
    found === 'same' ? m.claimSame : found === 'differs' ? m.claimDiffers : m.claimNot;
  return {
    key: 'claim',
    name: say(language, m.claim),
    text: say(language, message),
    ...(found === 'differs' && { isWarning: true }),
  };
}

/** What the program recorded of an item beside name, size, SHA-256, place and times. */
export function factsRecorded(
  item: AnyItem,
  {
    language,
    sizeText,
  }: { readonly language: Language; readonly sizeText: (bytes: number) => string },
): readonly EvidenceFact[] {
  const { hashes, volume, program } = item.reference ?? item;
  const fact = (
    key: 'md5' | 'sha1' | 'volume' | 'folder' | 'program' | 'medium' | 'segments',
    text: string | undefined,
    isCode = false,
  ): readonly EvidenceFact[] =>
    text === undefined ? [] : [{ key, name: say(language, m[key]), text, isCode }];
  const segments = item.reference?.segments;
  return [
    ...fact('md5', hashes?.md5, true),
    ...fact('sha1', hashes?.sha1, true),
    ...fact('medium', item.reference?.medium),
    ...fact(
      'segments',
      segments &&
        say(language, m.segmentsText, {
          n: segments.sha256.length,
          size: sizeText(segments.bytes),
        }),
    ),
    ...fact('folder', item.folder && `${item.folder.name}/${item.folder.path}`),
    ...fact('volume', volume && volumeText(volume)),
    ...fact('program', program),
  ];
}

function volumeText({ device, mount, type, source }: NonNullable<AnyItem['volume']>): string {
  return [source, mount, type, device]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
