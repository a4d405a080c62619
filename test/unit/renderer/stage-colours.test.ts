import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

type Rgb = readonly [number, number, number];

const tokens = readFileSync(
  path.resolve(import.meta.dirname, '../../../renderer/styles/tokens.css'),
  'utf8',
);

/** Colours of a theme by token, from the style sheet itself. */
function themeOf(selector: string): (token: string) => Rgb {
  const block = tokens.slice(tokens.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return (token) => {
    const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(block)?.[1];
    if (hex === undefined) throw new Error(`${selector} has no --${token}`);
    return [0, 2, 4].map((at) =>
      linear(parseInt(hex.slice(at, at + 2), 16) / 255),
    ) as unknown as Rgb;
  };
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira, Fernandes (2009), severity 1.0, for linear RGB. */
const sight: Readonly<Record<string, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: Rgb, matrix: Matrix): Rgb {
  return matrix.map(([r, g, b]) =>
    Math.min(1, Math.max(0, r * colour[0] + g * colour[1] + b * colour[2])),
  ) as unknown as Rgb;
}

/** Oklab (Ottosson 2020): distances in it are near to what the eye tells apart. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function distance(a: Rgb, b: Rgb): number {
  const [x, y] = [oklab(a), oklab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

const themes = [
  ['light', themeOf(':root')],
  ['dark', themeOf(":root[data-theme='dark']")],
] as const;
const stages = [1, 2, 3, 4, 5, 6, 7].map((number) => `stage-${number}`);

test.each(themes)('every stage can be read on every ground of the %s theme', (_name, colour) => {
  const grounds = ['surface-panel', 'surface-frame', 'surface-hover', 'surface-selected'];
  const low = [...stages, 'stage-none'].flatMap((stage) =>
    [...(stage === 'stage-none' ? ['surface-panel'] : grounds), 'text-on-stage']
      .map((ground) => [stage, ground, contrast(colour(stage), colour(ground))] as const)
      .filter(([, , ratio]) => ratio < 4.5),
  );
  expect(low).toEqual([]);
});

test.each(themes)('text, links and signals can be read in the %s theme', (_name, colour) => {
  const grounds = ['surface-panel', 'surface-frame', 'surface-sunken', 'surface-hover'];
  const low = ['text', 'text-muted', 'accent', 'danger', 'warning', 'good']
    .flatMap((text) =>
      [...grounds, 'surface-selected'].map(
        (ground) => [text, ground, contrast(colour(text), colour(ground))] as const,
      ),
    )
    .filter(([, , ratio]) => ratio < 4.5);
  expect(low).toEqual([]);
});

test.each(themes)('edges of controls can be seen in the %s theme', (_name, colour) => {
  expect(contrast(colour('line-strong'), colour('surface-panel'))).toBeGreaterThanOrEqual(3);
  expect(contrast(colour('focus'), colour('surface-panel'))).toBeGreaterThanOrEqual(3);
});

test.each(themes.flatMap(([name, colour]) => Object.keys(sight).map((eye) => [name, eye, colour])))(
  'no two stages look alike in the %s theme with %s sight',
  (_name, eye, colour) => {
    const matrix = sight[eye as string];
    if (matrix === undefined) throw new Error('no such sight');
    const shown = stages.map((stage) => seen((colour as (token: string) => Rgb)(stage), matrix));
    const alike = shown.flatMap((a, i) =>
      shown.slice(i + 1).flatMap((b, j) => (distance(a, b) < 0.045 ? [[i + 1, i + j + 2]] : [])),
    );
    expect(alike).toEqual([]);
  },
);
