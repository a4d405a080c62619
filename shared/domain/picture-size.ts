import { pictureKind } from './picture.ts';

/** What a picture says of itself before anybody decodes it. */
export type PictureFacts = {
  readonly kind: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
};

/** Decoded, a picture takes four bytes for each of these: more is a bomb, or nothing for a window. */
export const mostPixels = 100_000_000;

/**
 * Size of a PNG or JPEG picture out of its header (ISO/IEC 15948 §11.2.2; ITU-T T.81 B.2.2).
 *
 * Undefined for anything else, and for a header that leads nowhere.
 */
export function readPictureFacts(bytes: Uint8Array): PictureFacts | undefined {
  const kind = pictureKind(bytes);
  if (kind === undefined) return undefined;
  const size = kind === 'png' ? pngSize(bytes) : jpegSize(bytes);
  if (size === undefined || size.width === 0 || size.height === 0) return undefined;
  return { kind, ...size };
}

type Size = { readonly width: number; readonly height: number };

/** The first chunk of a PNG is IHDR. */
function pngSize(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || String.fromCharCode(...bytes.subarray(12, 16)) !== 'IHDR')
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Markers of frames (SOF); C4, C8 and CC among them are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Segments follow each other until the one that begins the frame. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // The scan begins, or the picture ends: there was no frame.
    if (marker === 0xda || marker === 0xd9) return undefined;
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
