import { z } from 'zod';

/** 32 lower-case hex digits: the id of a notebook, an operation, or the thing that an operation added. */
export const idSchema = z.string().regex(/^[0-9a-f]{32}$/);
/** 64 lower-case hex digits of a SHA-256. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** `k1-` and the first 32 hex digits of SHA-256 over the raw Ed25519 public key. */
export const feedIdSchema = z.string().regex(/^k1-[0-9a-f]{32}$/);

/** `prev` of a feed's first line. */
export const noPreviousLine = '0'.repeat(64);

/** Longest line of a feed in bytes, its newline not counted (docs/format.md). */
export const longestLineBytes = 1_048_576;
