import type { App } from 'electron';

/**
 * Chromium's own habits of calling out, switched off one by one. What is left over ends at a
 * resolver that knows no host.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // Do not ask the network how to reach the network (WPAD, the system's proxy script).
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-client-side-phishing-detection'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['disable-quic'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    'MediaRouter,DialMediaRouteProvider,OptimizationHints,NetworkTimeServiceQuerying',
  ],
];

/** Before `ready`: Chromium reads its command line once. */
export function silenceNetwork(app: App): void {
  for (const [name, value] of switches) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}
