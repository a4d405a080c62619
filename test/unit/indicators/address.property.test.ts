import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { expect, test } from 'vitest';
import { isIpv4, isPointless, normalIpv6 } from '#shared/indicators/address.ts';

const runs = Number(process.env['KIROKU_FUZZ_RUNS'] ?? 500);

/** Another program's answers to the same questions. */
function normalByOther(text: string): string | undefined {
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toRFC5952String() : undefined;
}
const pointlessRanges = ['unspecified', 'broadcast', 'loopback', 'multicast', 'linkLocal'];
const isPointlessToOther = (address: string): boolean =>
  pointlessRanges.includes(ipaddr.parse(address).range());

const pieces = '0 1 a F 00 0255 256 12345 : : :: . 1.2.3.4 0:0 fe80 ffff 1:2:3'.split(' ');
const almostAddress = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 });

test('an IPv6 address is one, and has the normal form, that another program gives it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV6(),
        almostAddress.map((parts) => parts.join('')),
      ),
      (text) => {
        const isLongEnough = text.length >= 2 && text.length <= 45;
        expect(normalIpv6(text)).toBe(isLongEnough ? normalByOther(text) : undefined);
      },
    ),
    { numRuns: runs * 4 },
  );
});

test('an address helps nobody where another program says so', () => {
  const group = fc.constantFrom(
    '0',
    '1',
    'fe7f',
    'fe80',
    'febf',
    'fec0',
    'ff00',
    'ff',
    'ffff',
    'fe8',
  );
  const ipv6 = fc
    .tuple(group, group)
    .map(([first, last]) => normalIpv6(`${first}::${last}`) ?? '::');
  const part = fc.constantFrom(0, 1, 126, 127, 128, 168, 169, 223, 224, 239, 240, 254, 255);
  const ipv4 = fc.tuple(part, part, part, part).map((parts) => parts.join('.'));
  fc.assert(
    fc.property(fc.oneof(ipv4, ipv6, fc.ipV4()), (address) => {
      expect(isPointless(address)).toBe(isPointlessToOther(address));
    }),
    { numRuns: runs * 4 },
  );
});

test('an IPv4 address has four decimal parts and no zero before another digit', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isIpv4(address)).toBe(true);
    }),
    { numRuns: runs },
  );
  for (const text of [
    '1.2.3',
    '1.2.3.4.',
    '.1.2.3.4',
    '1..2.3',
    '01.2.3.4',
    '256.1.1.1',
    '1.2.3.4.5',
    '',
    '0.0.0.00',
  ])
    expect(isIpv4(text)).toBe(false);
});
