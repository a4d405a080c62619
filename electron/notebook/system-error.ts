/** The code of a failed system call (`ENOSPC`), or undefined when something else was thrown. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** What a person can copy into a report: the system's own words without a stack. */
export function systemDetail(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** True when a write failed because there is no more room: full disk, quota, or file-size limit. */
export function isOutOfSpace(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

/** True when this user may not do it here, or nobody may (a read-only medium). */
export function isAccessRefused(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
