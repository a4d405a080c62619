/** An object of a case file: any field may be missing or of any type. */
export type FileRecord = Readonly<Record<string, unknown>>;

/** True for a JSON object. */
export function isRecord(value: unknown): value is FileRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a list; nothing else has any. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The fields of an object; nothing else has any. */
export function recordOf(value: unknown): FileRecord {
  return isRecord(value) ? value : {};
}

/** What stands under a key of our own; a file's word may be the name of something that every object has. */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Deeper values are not unfolded: no tool nests what people write. */
const deepest = 6;
/** Parts of one value that are written out. */
const mostParts = 2_000;

/**
 * A value as people would write it: texts as they are, lists with commas, objects as `name value` pairs.
 *
 * What w2ui made of a choice (`{id, text}`) is its text. Empty for what holds nothing.
 */
export function textOfValue(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (depth >= deepest) return value === null || value === undefined ? '' : '…';
  if (Array.isArray(value)) {
    const parts = value.slice(0, mostParts).map((part) => textOfValue(part, depth + 1));
    return parts.filter((part) => part !== '').join(', ');
  }
  if (!isRecord(value)) return '';
  if (typeof value['text'] === 'string') return value['text'].trim();
  const isLabelled = secretLabel(value) !== undefined;
  return Object.entries(value)
    .slice(0, mostParts)
    .filter(([name]) => !isSecretName(name) && !(isLabelled && name === 'value'))
    .map(([name, part]) => [name, textOfValue(part, depth + 1)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name} ${text}`)
    .join(', ');
}

/** A tick box; undefined for what is neither ticked nor not. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (['true', 'yes', '1', 'x'].includes(word)) return true;
  return ['false', 'no', '0', ''].includes(word) ? false : undefined;
}

const secretName =
  /api[-_ ]?key|(?:api|access|auth|bearer|refresh)[-_ ]?token|passw(?:or)?d|passphrase|secret|private[-_ ]?key/i;

/** True for a field that holds a key or a password. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

/** Custom fields are lists of objects that say their own name: `{ "name": "api key", "value": "…" }`. */
function secretLabel(record: FileRecord): string | undefined {
  return ['name', 'key', 'label', 'reference', 'displayName']
    .map((field) => record[field])
    .find((label) => typeof label === 'string' && isSecretName(label)) as string | undefined;
}

/** What an object under such a name says of itself. */
const aboutFields: ReadonlySet<string> = new Set(['type', 'name', 'id', 'description', 'order']);

/** Shorter values also stand in texts that have nothing to do with them. */
const shortestSecret = 8;

/** The fields of a file that hold secrets, and the values that must not stand in any text. */
export function findSecrets(file: unknown): {
  readonly names: readonly string[];
  readonly values: readonly string[];
} {
  const names = new Set<string>();
  const values = new Set<string>();
  /** `secret` is the name of the field that a value stands under, where that tells of a secret. */
  const open: { readonly value: unknown; readonly secret?: string | undefined }[] = [
    { value: file },
  ];
  const take = (value: unknown, secret: string | undefined) => {
    if (typeof value === 'object') return open.push({ value, secret });
    const isText = typeof value === 'string' || typeof value === 'number';
    const text = isText ? String(value).trim() : '';
    if (secret === undefined || text === '') return undefined;
    names.add(secret);
    return text.length >= shortestSecret && values.add(text);
  };
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { value, secret } = at;
    if (Array.isArray(value)) for (const part of value) take(part, secret);
    if (!isRecord(value)) continue;
    const label = secretLabel(value);
    for (const [name, part] of Object.entries(value)) {
      const own = isSecretName(name) ? name : name === 'value' ? label : undefined;
      take(part, own ?? (aboutFields.has(name) ? undefined : secret));
    }
  }
  // The longest first: one may be the beginning of another.
  return { names: [...names], values: [...values].toSorted((a, b) => b.length - a.length) };
}

/** At most so many UTF-16 units, without half a character at the end. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Halves of characters that lost their other half, replaced; a line of a notebook cannot hold them. */
export function repairText(text: string, by = '\uFFFD'): string {
  // Most texts have no character of two halves, and the long way takes ten times as long.
  return /[\uD800-\uDFFF]/.test(text) ? text.replaceAll(/\p{Cs}/gu, by) : text;
}

/** A name as it is compared: Aurora and its kin link by names that people typed. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
