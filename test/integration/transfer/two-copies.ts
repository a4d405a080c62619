import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '../../../electron/cli/run-cli.ts';
import { unprotectedKeys } from '../../../electron/notebook/keys.ts';
import { now, type Ran } from '../cli/run.ts';

/** A device with a copy of the notebook, keys of its own, and its own clock. */
export type TeamDevice = {
  readonly folder: string;
  /** A verb on this device's copy. */
  readonly run: (verb: string, ...args: readonly string[]) => Promise<Ran>;
  /** Arguments as they are. */
  readonly runPlain: (args: readonly string[]) => Promise<Ran>;
  /** Runs a verb with `--json` and parses what it prints; throws when the exit code is 2. */
  readonly json: (verb: string, ...args: readonly string[]) => Promise<Record<string, unknown>>;
};

export type Team = {
  /** A folder for what is carried between devices. */
  readonly stick: string;
  readonly device: (name: string) => TeamDevice;
};

/** Devices that never share a network: each has its folder and its keys; gone after the test. */
export async function newTeam(): Promise<Team> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'kiroku-team-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  return {
    stick: base,
    device: (name) => {
      const folder = path.join(base, name, 'case.kiroku');
      const runPlain: TeamDevice['runPlain'] = async (args) => {
        let out = '';
        let error = '';
        const io = {
          stdin: (async function* () {})(),
          out: async (text: string) => void (out += text),
          error: async (text: string) => void (error += text),
          env: { KIROKU_USER_DATA: path.join(base, name, 'user'), LANG: 'C.UTF-8' },
        };
        const code = await runCli(args, io, {
          protection: unprotectedKeys,
          app: { version: '1.2.3', commit: 'test' },
          nowMs: () => now,
          zone: 'Asia/Tokyo',
        });
        return { code, out, error };
      };
      const run: TeamDevice['run'] = (verb, ...args) => runPlain([verb, folder, ...args]);
      return {
        folder,
        run,
        runPlain,
        json: async (verb, ...args) => {
          const ran = await run(verb, ...args, '--json');
          if (ran.code === 2) throw new Error(ran.error);
          return JSON.parse(ran.out) as Record<string, unknown>;
        },
      };
    },
  };
}

/** Two devices with the same notebook of one entry, and nothing else in common. */
export async function twoCopies(): Promise<
  Team & { readonly a: TeamDevice; readonly b: TeamDevice }
> {
  const team = await newTeam();
  const a = team.device('a');
  const b = team.device('b');
  await must(a.run('new', '--title', 'Osaka', '--zone', 'Asia/Tokyo'));
  await must(a.run('log', '14:02 @pacs01 VPN account used !3', '--by', 'AK'));
  const bundle = path.join(team.stick, 'first.zip');
  await must(a.run('bundle', '--out', bundle));
  await must(b.run('merge', bundle, '--by', 'BM'));
  return { ...team, a, b };
}

/** What a device sees, without what differs from machine to machine by design. */
export async function stateOf(device: TeamDevice): Promise<unknown> {
  const { name: _name, place: _place, ...state } = await device.json('show');
  return state;
}

/** Takes a file in as evidence. */
export async function addEvidence(device: TeamDevice, file: string): Promise<Ran> {
  return must(device.runPlain(['evidence', 'add', device.folder, file]));
}

/** The same device once more, keys included: what cloning a virtual machine makes. */
export async function cloneOf(team: Team, name: string, as: string): Promise<TeamDevice> {
  await cp(path.join(team.stick, name), path.join(team.stick, as), { recursive: true });
  return team.device(as);
}

/** Throws with what the verb said when it did not go well. */
export async function must(running: Promise<Ran>): Promise<Ran> {
  const ran = await running;
  if (ran.code !== 0) throw new Error(`exit ${ran.code}: ${ran.error}${ran.out}`);
  return ran;
}
