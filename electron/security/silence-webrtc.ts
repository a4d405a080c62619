import type { WebContents } from 'electron';

/** WebRTC gathers addresses past every request filter; without a proxy this leaves it no way out. */
export function silenceWebRtc(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
