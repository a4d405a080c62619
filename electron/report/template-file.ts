import { open } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { type Logo, longestLogoBytes, longestLogoName, readLogo } from '#shared/report/logo.ts';
import {
  longestTemplateBytes,
  readReportTemplate,
  type ReportTemplate,
  type TemplateFileError,
} from '#shared/report/report-template.ts';
import { systemCode, systemDetail } from '../notebook/system-error.ts';

/** Reads a template that somebody brought; nothing of it is believed. */
export async function readTemplateFile(
  place: string,
): Promise<Result<ReportTemplate, TemplateFileError>> {
  const read = await readAtMost(place, longestTemplateBytes);
  if (!read.ok) return read;
  const { bytes, size } = read.value;
  if (bytes === undefined)
    return err({ kind: 'too-large', bytes: size, limit: longestTemplateBytes });
  return readReportTemplate(bytes.toString('utf8'));
}

/** Reads a picture as the logo of a template; its name is what it is called until somebody says better. */
export async function readLogoFile(place: string): Promise<Result<Logo, TemplateFileError>> {
  const read = await readAtMost(place, longestLogoBytes);
  if (!read.ok) return read;
  const { bytes } = read.value;
  if (bytes === undefined) return err({ kind: 'logo', fault: 'too-large' });
  const logo = readLogo(bytes);
  if (!logo.ok) return err({ kind: 'logo', fault: logo.error });
  return ok({
    name: path.parse(place).name.trim().slice(0, longestLogoName) || 'Logo',
    kind: logo.value.kind === 'png' ? 'png' : 'jpeg',
    base64: bytes.toString('base64'),
  });
}

/** The bytes of a file, or only how many there are when they are too many. */
async function readAtMost(
  place: string,
  limit: number,
): Promise<
  Result<
    { readonly size: number; readonly bytes: Buffer | undefined },
    { readonly kind: 'read-failed'; readonly detail: string }
  >
> {
  try {
    const file = await open(place, 'r');
    try {
      const about = await file.stat();
      if (!about.isFile()) return err({ kind: 'read-failed', detail: 'EISDIR' });
      const isShort = about.size <= limit;
      return ok({ size: about.size, bytes: isShort ? await file.readFile() : undefined });
    } finally {
      await file.close();
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return err({ kind: 'read-failed', detail: systemDetail(error) });
  }
}
