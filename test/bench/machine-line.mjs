import os from 'node:os';
import { spawnSync } from 'node:child_process';

/** What the figures were taken on, and how busy it was. @param {string} electron */
export function machineLine(electron) {
  const cpu = os.cpus();
  const script = 'const v = process.versions; console.log(v.electron, v.node)';
  const versions = spawnSync(electron, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  const [electronVersion, node] = versions.stdout.trim().split(' ');
  return [
    `${cpu.length} × ${cpu[0]?.model.trim()}`,
    `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    `${os.type()} ${os.release()}`,
    `Electron ${electronVersion} (Node ${node})`,
    `Node ${process.versions.node}`,
    loadText(),
  ].join(' · ');
}

export function loadText() {
  return `load ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`;
}
