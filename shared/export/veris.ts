import type { ExportCase, ExportEntry } from './export-case.ts';
import type { ExportFile } from './export-file.ts';
import { stableJson } from './stable-json.ts';
import { entrySpan } from './stix/stix-times.ts';

/** What a technique is in the words of VERIS: action, variety, vector. */
const actionsByTechnique: readonly (readonly [
  RegExp,
  'hacking' | 'malware' | 'social',
  string,
  string,
])[] = [
  [/^T1566|^T1598|^T1534/, 'social', 'Phishing', 'Email'],
  [/^T1486/, 'malware', 'Ransomware', 'Direct install'],
  [/^T1485|^T1561/, 'malware', 'Destroy data', 'Unknown'],
  [/^T1071|^T1095|^T1572|^T1090|^T1573/, 'malware', 'C2', 'C2'],
  [/^T1105/, 'malware', 'Downloader', 'Download by malware'],
  [/^T1003|^T1555/, 'malware', 'Password dumper', 'Unknown'],
  [/^T1041|^T1048|^T1567/, 'malware', 'Export data', 'C2'],
  [/^T1505\.003/, 'malware', 'Backdoor', 'Direct install'],
  [/^T1562|^T1685/, 'malware', 'Disable controls', 'Unknown'],
  [/^T1190/, 'hacking', 'Exploit vuln', 'Web application'],
  [/^T1068|^T1203|^T1210/, 'hacking', 'Exploit vuln', 'Unknown'],
  [/^T1110/, 'hacking', 'Brute force', 'Unknown'],
  [/^T1078|^T1550/, 'hacking', 'Use of stolen creds', 'Unknown'],
  [/^T1133/, 'hacking', 'Use of stolen creds', 'VPN'],
  [/^T1021\.001/, 'hacking', 'Use of stolen creds', 'Desktop sharing software'],
  [/^T1046|^T1595/, 'hacking', 'Scan network', 'Unknown'],
  [/^T1498|^T1499/, 'hacking', 'DoS', 'Unknown'],
];

/** What the words of a system say of it in VERIS, the first that fits. */
const assetVarieties: readonly (readonly [RegExp, string])[] = [
  [/domain controller|active directory|\bdc\d*\b|\bad\b/i, 'S - Directory'],
  [/plc/i, 'N - PLC'],
  [/fire\s?wall|utm|ファイアウォール/i, 'N - Firewall'],
  [/vpn/i, 'N - Remote access'],
  [/router|switch|ルーター|スイッチ/i, 'N - Router or switch'],
  [/nas\b/i, 'N - NAS'],
  [/backup|バックアップ/i, 'S - Backup'],
  [/database|\bdb\d*\b|データベース/i, 'S - Database'],
  [/mail|メール/i, 'S - Mail'],
  [/web/i, 'S - Web application'],
  [/file ?server|ファイルサーバ/i, 'S - File'],
  [/hypervisor|esxi|vm host|仮想/i, 'S - VM host'],
  [/server|サーバ/i, 'S - Other'],
  [/laptop|ノート/i, 'U - Laptop'],
  [/phone|スマートフォン/i, 'U - Mobile phone'],
  [/desktop|workstation|\bpc\b|端末/i, 'U - Desktop or laptop'],
];

const hitStates: ReadonlySet<string> = new Set([
  'compromised',
  'contained',
  'rebuilt',
  'back-in-service',
]);

/**
 * A case in the words of VERIS 1.4 (veriscommunity.net): what can be said from the record, and "Unknown" for
 * everything that only a person can judge, the actor and the way of discovery among them.
 */
export function writeVeris(content: ExportCase): readonly ExportFile[] {
  const { incident, notebook, indicators } = content;
  const values = [...new Set(indicators.flatMap(({ value }) => value ?? []))];
  const record = {
    schema_version: '1.4.0',
    schema_name: 'verisc',
    incident_id: notebook,
    source_id: 'kiroku',
    security_incident: content.entries.some(isSure) ? 'Confirmed' : 'Suspected',
    summary: [incident.title, incident.summary].filter(Boolean).join('\n\n') || 'No summary.',
    ...(incident.rootCause ? { control_failure: incident.rootCause } : {}),
    timeline: timelineOf(content),
    actor: { unknown: { notes: 'Not judged in the notebook.' } },
    action: actionOf(content.entries),
    asset: assetOf(content),
    discovery_method: { unknown: true },
    ...(values.length > 0 && { ioc: values.map((indicator) => ({ indicator })) }),
    notes: `TLP:${content.label}`,
    plus: {},
  };
  return [{ name: 'veris.json', text: stableJson(record) }];
}

function isOfAttacker({ kind, stages, techniques }: ExportEntry): boolean {
  return kind === 'adversary' || stages.length > 0 || techniques.length > 0;
}

function isSure(entry: ExportEntry): boolean {
  return isOfAttacker(entry) && (entry.confidence === null || entry.confidence === 'confirmed');
}

function timelineOf({ entries, created }: ExportCase) {
  const timed = entries.filter(isOfAttacker).find((entry) => entrySpan(entry) !== undefined);
  const first = (timed === undefined ? undefined : entrySpan(timed)?.first) ?? created;
  const [year = 0, month = 0, day = 0] = first.slice(0, 10).split('-').map(Number);
  const precision = timed?.at.precision;
  return {
    incident: {
      // The schema knows no other years.
      year: Math.min(2050, Math.max(1950, year)),
      ...(timed !== undefined && { month }),
      ...(timed !== undefined && precision !== 'month' && { day }),
    },
  };
}

function actionOf(entries: readonly ExportEntry[]): Readonly<Record<string, unknown>> {
  const techniques = [...new Set(entries.flatMap((entry) => entry.techniques))];
  const found = new Map<string, { readonly variety: Set<string>; readonly vector: Set<string> }>();
  for (const id of techniques)
    for (const [pattern, action, variety, vector] of actionsByTechnique) {
      if (!pattern.test(id)) continue;
      const known = found.get(action) ?? { variety: new Set(), vector: new Set() };
      known.variety.add(variety);
      known.vector.add(vector);
      found.set(action, known);
    }
  if (found.size === 0) return { unknown: { notes: 'No technique says what was done.' } };
  return Object.fromEntries(
    [...found].map(([action, { variety, vector }]) => {
      const vectors = [...vector].filter((one) => one !== 'Unknown');
      const known = vectors.length === 0 ? ['Unknown'] : vectors.toSorted();
      const target = action === 'social' ? { target: ['Unknown'] } : {};
      return [action, { variety: [...variety].toSorted(), vector: known, ...target }];
    }),
  );
}

function assetOf({ systems, accounts }: ExportCase): Readonly<Record<string, unknown>> {
  const varieties = new Map<string, number>();
  const count = (variety: string): void => {
    varieties.set(variety, (varieties.get(variety) ?? 0) + 1);
  };
  for (const { name, type, role, os, adversary, state } of systems) {
    if (adversary === true || !hitStates.has(state?.value ?? '')) continue;
    const about = [type, role, os, name].join(' ');
    count(assetVarieties.find(([pattern]) => pattern.test(about))?.[1] ?? 'Unknown');
  }
  if (accounts.some(({ state }) => state?.value === 'compromised')) count('P - Unknown');
  if (varieties.size === 0) return { assets: [{ variety: 'Unknown' }], cloud: ['Unknown'] };
  const assets = [...varieties].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { assets: assets.map(([variety, amount]) => ({ variety, amount })), cloud: ['Unknown'] };
}
