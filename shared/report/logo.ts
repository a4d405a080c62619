import { z } from 'zod';
import { pictureKind } from '../domain/picture.ts';
import { type PictureFacts, readPictureFacts } from '../domain/picture-size.ts';
import { readBase64 } from '../lib/base64.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { DocumentLogo } from './document.ts';

/** Largest picture of a logo, in bytes. */
export const longestLogoBytes = 300_000;
/** Longest side of a logo in pixels: 60 mm at 600 dpi are 1417. */
export const longestLogoSide = 4_096;
/** Longest alternative text, in characters. */
export const longestLogoName = 200;

/** The room that a logo has on the cover, in mm. */
const room = { width: 60, height: 20 } as const;
/** A pixel of CSS in mm: a small picture is not blown up. */
const mmPerPixel = 25.4 / 96;

/** Why a picture is no logo. */
export const logoFaults = [
  'too-large',
  'not-a-picture',
  'other-kind',
  'too-many-pixels',
  'animated',
  'damaged',
] as const;
export type LogoFault = (typeof logoFaults)[number];

/**
 * Reads a picture that is to stand in reports: its kind and its size in pixels.
 *
 * The file is walked from its signature to its end, so that one that is cut off, that moves, that
 * decodes to more than a window holds, or that carries another file behind itself goes no further.
 */
export function readLogo(bytes: Uint8Array): Result<PictureFacts, LogoFault> {
  if (bytes.length > longestLogoBytes) return err('too-large');
  const kind = pictureKind(bytes);
  if (kind === undefined) return err('not-a-picture');
  const fault = kind === 'png' ? pngFault(bytes) : jpegFault(bytes);
  if (fault !== undefined) return err(fault);
  const facts = readPictureFacts(bytes);
  if (facts === undefined) return err('damaged');
  return Math.max(facts.width, facts.height) > longestLogoSide ? err('too-many-pixels') : ok(facts);
}

/** Chunks of a PNG up to IEND, which is the end (ISO/IEC 15948 §5.3); acTL makes it move (APNG). */
function pngFault(bytes: Uint8Array): LogoFault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasPixels = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (at === 8 && (name !== 'IHDR' || end !== 33))) return 'damaged';
    if (name === 'acTL') return 'animated';
    if (name === 'IDAT') hasPixels = true;
    if (name === 'IEND') return hasPixels && end === bytes.length ? undefined : 'damaged';
    at = end;
  }
  return 'damaged';
}

/** Markers without a length: filling, and those between the pieces of a scan (ITU-T T.81 B.1.1.3). */
function standsAlone(marker: number): boolean {
  return marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Segments and scans of a JPEG up to its end marker, which is the end (ITU-T T.81 B.2.1). */
function jpegFault(bytes: Uint8Array): LogoFault | undefined {
  let at = 2;
  let inScan = false;
  let hasPixels = false;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      if (!inScan) return 'damaged';
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return hasPixels && at + 2 === bytes.length ? undefined : 'damaged';
    else if (standsAlone(marker)) at += 2;
    else {
      const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
      if (length < 2) return 'damaged';
      inScan = marker === 0xda;
      hasPixels ||= inScan;
      at += 2 + length;
    }
  }
  return 'damaged';
}

const logoShape = z.strictObject({
  /** What a reader hears who does not see it. */
  name: z.string().trim().min(1).max(longestLogoName),
  kind: z.enum(['png', 'jpeg']),
  base64: z.string(),
});
export type Logo = z.infer<typeof logoShape>;

/** What is wrong with the picture of a logo; undefined for a good one. */
function logoFault(logo: Logo): LogoFault | undefined {
  const read = factsOf(logo);
  return read.ok ? undefined : read.error;
}

function factsOf({ kind, base64 }: Logo): Result<PictureFacts, LogoFault> {
  if (base64.length > Math.ceil(longestLogoBytes / 3) * 4) return err('too-large');
  const bytes = readBase64(base64);
  if (bytes === undefined) return err('damaged');
  const read = readLogo(bytes);
  if (!read.ok) return read;
  return (read.value.kind === 'png') === (kind === 'png') ? read : err('other-kind');
}

/** A picture of the organisation, as a template carries it; the fault is the message of the issue. */
export const logoSchema = logoShape.check(({ value, issues }) => {
  const fault = logoFault(value);
  if (fault !== undefined) issues.push({ code: 'custom', input: value, message: fault });
});

/** A logo with the room that it takes: as large as fits, in proportion, never blown up. */
export function documentLogo(logo: Logo): DocumentLogo | undefined {
  const read = factsOf(logo);
  if (!read.ok) return undefined;
  const { width, height } = read.value;
  const scale = Math.min(room.width / width, room.height / height, mmPerPixel);
  return {
    name: logo.name,
    type: `image/${logo.kind}`,
    base64: logo.base64,
    widthMm: width * scale,
    heightMm: height * scale,
  };
}
