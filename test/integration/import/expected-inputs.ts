import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of other people's tools. */
export const inputsFolder = path.resolve('../shared/inputs');

/** What an independent reader found in a file. */
export type ExpectedLog = {
  readonly records: number;
  readonly timesParsed: number;
  readonly timesUnusable: number;
  readonly firstUtc: string;
  readonly lastUtc: string;
  readonly hosts?: readonly string[];
  readonly zoneRule: string;
};

/** By the path of each file in `data`; undefined, and said aloud, where the folder is missing. */
export function readExpectedLogs(): Readonly<Record<string, ExpectedLog>> | undefined {
  const file = path.join(inputsFolder, 'expected.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as never;
  process.stderr.write(`NOT TESTED on this machine, real log files: ${file} is missing\n`);
  return undefined;
}

/** Zones that only the people who took the files know. */
export const zonesOfInputs: Readonly<Record<string, string>> = {
  'suricata/hassanabad__honeypot-2018_eve.jsonl': 'UTC',
  'suricata/hassanabad__honeypot-2018_eve_alerts.json': 'UTC',
  'windows-events/jpcert_v1__Handson1_Powershell.csv': 'Asia/Tokyo',
  'windows-events/jpcert_v1__Handson1_TaskScheduler.csv': 'Asia/Tokyo',
  'windows-events/jpcert_v1__Handson1_TaskScheduler.sjis.csv': 'Asia/Tokyo',
  'windows-events/otrf__cmd_lsass_memory_dumpert_syscalls.jsonl': 'UTC',
};
