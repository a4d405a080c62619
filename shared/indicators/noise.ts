import type { IndicatorCandidate } from './extract-indicators.ts';
import { normalDomain } from './normal-host.ts';

/** What a notebook knows to be no indicator. */
export type KnownNoise = {
  /** Names and addresses of the notebook's own systems. */
  readonly systems: readonly string[];
  /** Values that somebody marked as false positives: a domain stands for all names below it too. */
  readonly allowed: readonly string[];
};

/** Candidates, and those that were kept out. */
export type SiftedCandidates = {
  readonly kept: readonly IndicatorCandidate[];
  readonly own: readonly IndicatorCandidate[];
  readonly allowed: readonly IndicatorCandidate[];
};

/** Keeps out what belongs to the notebook's own systems, and what somebody allowed. */
export function siftCandidates(
  candidates: readonly IndicatorCandidate[],
  { systems, allowed }: KnownNoise,
): SiftedCandidates {
  const isOwn = matcherOf(systems);
  const isAllowed = matcherOf(allowed);
  const kept: IndicatorCandidate[] = [];
  const own: IndicatorCandidate[] = [];
  const letThrough: IndicatorCandidate[] = [];
  for (const candidate of candidates) {
    if (isAllowed(candidate)) letThrough.push(candidate);
    else (isOwn(candidate) ? own : kept).push(candidate);
  }
  return { kept, own, allowed: letThrough };
}

function matcherOf(values: readonly string[]): (candidate: IndicatorCandidate) => boolean {
  const known = new Set(values.map((value) => normalDomain(value.trim())));
  known.delete('');
  if (known.size === 0) return () => false;
  return ({ type, value }) => {
    return known.has(normalDomain(value)) || hostsOf(type, value).some((host) => known.has(host));
  };
}

/** The host of a value and every name above it. */
function hostsOf(type: IndicatorCandidate['type'], value: string): readonly string[] {
  if (type !== 'domain' && type !== 'url' && type !== 'email') return [];
  const host = type === 'domain' ? value : hostOf(value);
  const labels = normalDomain(host).split('.');
  // A name of one label is a system: `web01.example.com` is `web01` of the register.
  return [labels[0] ?? '', ...labels.map((_label, at) => labels.slice(at).join('.'))];
}

function hostOf(value: string): string {
  const afterScheme = value.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const authority = /^[^/?#]*/.exec(afterScheme)?.[0] ?? '';
  return authority.replace(/^.*@/, '').replace(/:\d+$/, '');
}
