/** Largest picture that may be pasted, in bytes; a whole screen is a few of them. */
export const longestPicture = 50 * 1024 * 1024;

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];

/**
 * The kind of picture that bytes are, by their signature (PNG: ISO/IEC 15948 §5.2; JPEG: ITU-T T.81 B.1.1.3);
 * undefined for anything else.
 */
export function pictureKind(bytes: Uint8Array): 'png' | 'jpg' | undefined {
  const begins = (signature: readonly number[]) =>
    signature.every((byte, index) => bytes[index] === byte);
  if (begins(png)) return 'png';
  return begins(jpeg) ? 'jpg' : undefined;
}
