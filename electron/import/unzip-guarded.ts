import { type UnzipFileInfo, unzipSync } from 'fflate';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type UnzipError =
  | { readonly kind: 'not-a-zip' }
  /** More than an honest file of its kind holds; nothing was unpacked. */
  | {
      readonly kind: 'zip-too-large';
      readonly what: 'entries' | 'bytes' | 'ratio' | 'repeated-name';
    };

/** What an archive may hold. */
const limits = {
  entries: 2_000,
  bytes: 200 * 1024 * 1024,
  /** Deflate gives at most 1,032 to 1; tables of text stay far below this. */
  ratio: 300,
  /** Smaller entries do no harm at any ratio. */
  harmlessBytes: 1024 * 1024,
} as const;

class TooLarge extends Error {
  readonly what: Extract<UnzipError, { kind: 'zip-too-large' }>['what'];
  constructor(what: TooLarge['what']) {
    super(what);
    this.what = what;
  }
}

/**
 * Unpacks the wanted entries of a ZIP archive into memory; nothing is written, whatever the names say.
 *
 * The sizes that the directory declares are added up before an entry is unpacked, and none gets more room
 * than it declared.
 */
export function unzipGuarded(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, UnzipError> {
  const names = new Set<string>();
  let total = 0;
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    // One of two entries of a name is what a checker saw, the other what a reader takes.
    if (names.has(name)) throw new TooLarge('repeated-name');
    names.add(name);
    total += originalSize;
    if (names.size > limits.entries) throw new TooLarge('entries');
    if (total > limits.bytes) throw new TooLarge('bytes');
    if (originalSize > limits.harmlessBytes && originalSize > size * limits.ratio)
      throw new TooLarge('ratio');
    return isWanted(name);
  };
  try {
    return ok(new Map(Object.entries(unzipSync(bytes, { filter }))));
  } catch (error) {
    if (error instanceof TooLarge) return err({ kind: 'zip-too-large', what: error.what });
    // The library throws its own errors for what is damaged, and range errors for what lies outside.
    if (error instanceof Error) return err({ kind: 'not-a-zip' });
    throw error;
  }
}
