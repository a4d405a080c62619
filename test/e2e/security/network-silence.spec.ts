import { test as base } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '../fixtures/kiroku-test.ts';
import {
  electronBinary,
  environment,
  projectRoot,
  rootSwitches,
} from '../fixtures/launch-kiroku.ts';
import { makePlaces, type Places, removePlaces } from '../fixtures/places.ts';
import {
  beyondTheMachine,
  countSockets,
  traceObstacle,
  traceSockets,
} from '../fixtures/trace-sockets.ts';

const idleMs = 20_000;

const test = base.extend<{ readonly places: Places }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
  places: async ({}, provide) => {
    const places = await makePlaces();
    await provide(places);
    await removePlaces(places);
  },
});

test.beforeEach(() => {
  const obstacle = traceObstacle();
  test.skip(obstacle !== undefined, obstacle);
});

test('a whole session gives no socket an address beyond the machine', async ({ places }) => {
  const report = path.join(places.files, 'report.pdf');
  const traced = await traceSockets(
    path.join(places.files, 'trace'),
    [
      electronBinary(),
      ...rootSwitches(),
      path.join(import.meta.dirname, '../fixtures/silent-session'),
    ],
    environment(places, {
      SESSION_MAIN: path.join(projectRoot, 'dist/main/main.cjs'),
      SESSION_REPORT: report,
      SESSION_IDLE_MS: String(idleMs),
    }),
  );
  expect(traced.errors).not.toContain('session failed');
  expect(traced.code).toBe(0);
  // The session did its work, and the trace saw the processes that do it.
  expect((await readFile(report)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(countSockets(traced.trace, 'AF_UNIX')).toBeGreaterThan(10);
  expect(beyondTheMachine(traced.trace)).toEqual([]);
});

for (const [what, script] of [
  ['a TCP connection', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"],
  ['a UDP packet', "require('node:dgram').createSocket('udp6').send('x', 9, '::1', process.exit)"],
  [
    'a UDP socket that only waits',
    "require('node:dgram').createSocket('udp4').bind(0, function () { this.close() })",
  ],
  ['a server', "require('node:net').createServer().listen(0, function () { this.close() })"],
] as const) {
  test(`the same trace catches ${what}`, async ({ places }) => {
    const command = [process.execPath, '-e', script];
    const traced = await traceSockets(
      path.join(places.files, 'trace'),
      command,
      environment(places),
    );
    expect(beyondTheMachine(traced.trace)).not.toEqual([]);
  });
}

test('a call that another process cut in two in the trace is read whole', () => {
  const trace = `7 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP <unfinished ...>
8 close(3) = 0
7 <... socket resumed>) = 60<UDPv6:[45]>
9 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP <unfinished ...>
7 connect(60<UDPv6:[45]>, {sa_family=AF_INET6 <unfinished ...>
9 <... socket resumed>) = 5<TCP:[46]>`;
  expect(beyondTheMachine(trace)).toEqual([
    '9 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 5<TCP:[46]>',
    'connect(60<UDPv6:[45]>, {sa_family=AF_INET6',
  ]);
});
