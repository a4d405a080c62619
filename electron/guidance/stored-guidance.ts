import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type AttackDomain,
  attackDomainSchema,
  bundledAttack,
  installAttack,
} from '#shared/catalogue/attack-catalogue.ts';
import { isLaterRelease } from '#shared/catalogue/attack-difference.ts';
import { type Guidance, guidanceSchema, noGuidance } from '#shared/catalogue/guidance.ts';
import { readStoredJson, writeStoredJson } from '../stored-json.ts';

const guidancePlace = (userData: string) => path.join(userData, 'guidance.json');
const attackPlace = (userData: string, domain: AttackDomain['domain']) =>
  path.join(userData, `${domain}.json`);

/** The organisation's templates and guides on this machine; a broken file is moved aside. */
export async function readGuidance(userData: string): Promise<Guidance> {
  return (await readStoredJson(guidancePlace(userData), guidanceSchema)).value ?? noGuidance;
}

/** Replaces them as a whole. */
export async function writeGuidance(userData: string, guidance: Guidance): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeStoredJson(guidancePlace(userData), guidance);
}

/** Releases of ATT&CK that somebody imported; one that the program has caught up with counts no more. */
export async function readImportedAttack(userData: string): Promise<readonly AttackDomain[]> {
  const read = await Promise.all(
    bundledAttack.map(async ({ domain, version }) => {
      const stored = await readStoredJson(attackPlace(userData, domain), attackDomainSchema);
      const attack: AttackDomain | undefined = stored.value;
      return attack?.domain === domain && isLaterRelease(attack.version, version) ? [attack] : [];
    }),
  );
  return read.flat();
}

/** Keeps an imported release. */
export async function writeImportedAttack(userData: string, attack: AttackDomain): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeStoredJson(attackPlace(userData, attack.domain), attack);
}

/** Goes back to the release that came with the program. */
export async function dropImportedAttack(
  userData: string,
  domain: AttackDomain['domain'],
): Promise<void> {
  await rm(attackPlace(userData, domain), { force: true });
}

/** Makes imported releases the ones that this process works with. */
export async function installImportedAttack(userData: string): Promise<void> {
  installAttack(await readImportedAttack(userData));
}
