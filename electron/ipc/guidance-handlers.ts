import path from 'node:path';
import { type AttackDomain, installAttack } from '#shared/catalogue/attack-catalogue.ts';
import {
  addRevision,
  compareGuidance,
  type Guidance,
  guidanceFile,
  takeGuidance,
} from '#shared/catalogue/guidance.ts';
import { titleOfPiece } from '#shared/catalogue/stage-guide.ts';
import type { IpcHandlers } from '#shared/ipc/contract.ts';
import type { GuidanceWriteError, PickedFile } from '#shared/ipc/guidance-contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Dialogs } from '../dialogs.ts';
import { type PickedGuidance, readGuidanceFile } from '../guidance/read-guidance-file.ts';
import {
  dropImportedAttack,
  readGuidance,
  readImportedAttack,
  writeGuidance,
  writeImportedAttack,
} from '../guidance/stored-guidance.ts';
import { replaceFile } from '../notebook/durable-file.ts';
import { sha256Hex } from '../notebook/node-crypto.ts';
import { isOutOfSpace, systemCode, systemDetail } from '../notebook/system-error.ts';

/**
 * The organisation's own templates and guides, and releases of ATT&CK. They lie beside the settings of
 * this user; every change reads them anew, since another window or the command line may have written.
 */
export function guidanceHandlers(options: {
  readonly userData: string;
  readonly by: () => string;
  readonly dialogs: Dialogs;
}): Pick<
  IpcHandlers,
  | 'guidance:read'
  | 'guidance:save'
  | 'guidance:export'
  | 'guidance:pick'
  | 'guidance:take'
  | 'guidance:bundled'
> {
  const { userData, by, dialogs } = options;
  let picked: PickedGuidance | undefined;
  const imported = async () => {
    const attack = await readImportedAttack(userData);
    installAttack(attack);
    return [...attack];
  };
  const keep = (guidance: Guidance) => writing(() => writeGuidance(userData, guidance));
  return {
    'guidance:read': async () =>
      ok({ guidance: await readGuidance(userData), attack: await imported() }),
    'guidance:save': async ({ written, removed }) => {
      const guidance = addRevision(
        await readGuidance(userData),
        { ...written, removed },
        { by: by(), at: new Date().toISOString() },
      );
      const failed = await keep(guidance);
      return failed === undefined ? ok({ guidance }) : err(failed);
    },
    'guidance:export': async ({ keys }) => {
      const file = guidanceFile(
        await readGuidance(userData),
        keys === null ? undefined : new Set(keys),
      );
      if (file.pieces.length === 0) return err({ kind: 'nothing' });
      const place = await dialogs.chooseExportFile('Kiroku', {
        format: 'guidance',
        ending: 'json',
      });
      if (place === undefined) return err({ kind: 'cancelled' });
      const bytes = Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`, 'utf8');
      const failed = await writing(() => replaceFile(place, bytes));
      if (failed !== undefined) return err(failed);
      return ok({ place, bytes: bytes.byteLength, sha256: sha256Hex(bytes) });
    },
    'guidance:pick': async () => {
      const place = await dialogs.chooseGuidance();
      if (place === undefined) return err({ kind: 'cancelled' });
      picked = undefined;
      const read = await readGuidanceFile(place, await imported());
      if (!read.ok) return read;
      picked = read.value;
      return ok(shown(picked, path.basename(place), await readGuidance(userData)));
    },
    'guidance:take': async () => {
      if (picked === undefined) return err({ kind: 'not-picked' });
      const failed =
        picked.kind === 'guidance'
          ? await keep(takeGuidance(await readGuidance(userData), picked.file))
          : await takeRelease(userData, picked.attack);
      if (failed !== undefined) return err(failed);
      picked = undefined;
      return ok({ guidance: await readGuidance(userData), attack: await imported() });
    },
    'guidance:bundled': async ({ domain }) => {
      const failed = await writing(() => dropImportedAttack(userData, domain));
      return failed === undefined ? ok({ attack: await imported() }) : err(failed);
    },
  };
}

function takeRelease(
  userData: string,
  attack: AttackDomain,
): Promise<GuidanceWriteError | undefined> {
  return writing(() => writeImportedAttack(userData, attack));
}

function shown(picked: PickedGuidance, name: string, here: Guidance): PickedFile {
  if (picked.kind === 'guidance')
    return {
      kind: 'guidance',
      name,
      changes: compareGuidance(here, picked.file).map((each) => ({
        key: each.key,
        title: titleOfPiece(each.piece),
        kind: each.piece.kind,
        change: each.change,
        revision: each.piece.revision,
        here: each.here ?? null,
        by: each.piece.by,
        changed: each.piece.changed,
      })),
    };
  const { attack, before, isLater, skipped, difference } = picked;
  return {
    kind: 'attack',
    name,
    matrix: attack.name,
    before,
    version: attack.version,
    released: attack.released,
    isLater,
    techniques: attack.techniques.length,
    skipped,
    difference,
  };
}

async function writing(write: () => Promise<void>): Promise<GuidanceWriteError | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    if (isOutOfSpace(error)) return { kind: 'disk-full' };
    if (systemCode(error) === undefined) throw error;
    return { kind: 'write-failed', detail: systemDetail(error) };
  }
}
