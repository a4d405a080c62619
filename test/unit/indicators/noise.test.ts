import { expect, test } from 'vitest';
import { defang } from '#shared/indicators/defang.ts';
import { extractIndicators } from '#shared/indicators/extract-indicators.ts';
import { siftCandidates } from '#shared/indicators/noise.ts';

const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

test('own systems and allowed names are kept apart, whatever they stand in', () => {
  const candidates = extractIndicators(
    'web01.corp.example.com 198.51.100.7 https://www.microsoft.com/a a@microsoft.com notmicrosoft.com evil.com 203.0.113.9',
  );
  const sifted = siftCandidates(candidates, {
    systems: ['WEB01', '198.51.100.7'],
    allowed: ['microsoft.com', ''],
  });
  expect(values(sifted.own)).toEqual(['web01.corp.example.com', '198.51.100.7']);
  expect(values(sifted.allowed)).toEqual(['https://www.microsoft.com/a', 'a@microsoft.com']);
  expect(values(sifted.kept)).toEqual(['notmicrosoft.com', 'evil.com', '203.0.113.9']);
});

test('what can be clicked or resolved is defanged, the rest stays', () => {
  expect([
    defang('url', 'https://a.example.com:8443/x.php?u=b.com'),
    defang('url', 'http://[2001:db8::1]/x'),
    defang('email', 'a.b@example.com'),
    defang('ip-range', '203.0.113.0/24'),
    defang('ipv6', '2001:db8::1'),
    defang('file-path', 'C:\\a.exe'),
  ]).toEqual([
    'hxxps://a[.]example[.]com:8443/x.php?u=b.com',
    'hxxp://[2001:db8::1]/x',
    'a[.]b[@]example[.]com',
    '203[.]0[.]113[.]0/24',
    '2001[:]db8[:][:]1',
    'C:\\a.exe',
  ]);
});
