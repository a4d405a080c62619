import type { indicatorStates, indicatorTypes } from '../domain/indicator.ts';
import { indicatorViewMessages as m } from './indicator-view-messages.ts';
import type { Message } from './messages.ts';

export type IndicatorState = (typeof indicatorStates)[number];

/** Labels of the types of indicators. */
export const indicatorTypeMessages: Readonly<Record<(typeof indicatorTypes)[number], Message>> = {
  ipv4: m.typeIpv4,
  ipv6: m.typeIpv6,
  'ip-range': m.typeIpRange,
  domain: m.typeDomain,
  url: m.typeUrl,
  email: m.typeEmail,
  md5: m.typeMd5,
  sha1: m.typeSha1,
  sha256: m.typeSha256,
  sha512: m.typeSha512,
  cve: m.typeCve,
  'file-name': m.typeFileName,
  'file-path': m.typeFilePath,
  'registry-key': m.typeRegistryKey,
  mutex: m.typeMutex,
  'user-agent': m.typeUserAgent,
  mac: m.typeMac,
  asn: m.typeAsn,
  bitcoin: m.typeBitcoin,
  technique: m.typeTechnique,
  behaviour: m.typeBehaviour,
  other: m.typeOther,
};

/** Labels of how far an indicator has come. */
export const indicatorStateMessages: Readonly<Record<IndicatorState, Message>> = {
  candidate: m.stateCandidate,
  confirmed: m.stateConfirmed,
  shared: m.stateShared,
  blocked: m.stateBlocked,
  expired: m.stateExpired,
  'false-positive': m.stateFalsePositive,
};
