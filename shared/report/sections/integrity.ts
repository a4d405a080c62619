import type { Block, Row, SvgNode } from '../document.ts';
import { code, join, lineBreak, own, small, strong } from '../inline.ts';
import type { ReportModel } from '../report-model.ts';
import type { Words } from '../report-words.ts';
import { groupHash } from '../group-hash.ts';
import { qrCode, sealQrText } from '../qr-code.ts';

/** The seal in full: value, words, QR code, and the heads that it fixes. */
export function writeIntegrity(model: ReportModel, words: Words): readonly Block[] {
  const { seal } = model;
  if (seal === undefined)
    return [
      { kind: 'paragraph', tone: 'unknown', content: [own(words.say('sealNone'))] },
      headsTable(model, words),
    ];
  return [
    { kind: 'paragraph', content: [own(words.say('sealLead'))] },
    {
      kind: 'definitions',
      items: [
        { term: words.say('sealValue'), details: [[code(groupHash(seal.value))]] },
        { term: words.say('sealWords'), details: [[strong(own(seal.words.join(' ')))]] },
      ],
    },
    // Two pages have no room for what only the seal's checker needs; the technical report has it.
    ...(model.audience === 'executive' ? [] : [headsTable(model, words)]),
    // Last, so that whoever looks for it turns to the last page.
    {
      kind: 'figure',
      size: 'small',
      caption: words.say('sealQr'),
      svg: qrFigure(sealQrText(seal.value), words.say('sealQr')),
    },
  ];
}

function headsTable(model: ReportModel, words: Words): Block {
  const heads = model.seal?.heads ?? {};
  const devices = new Map(model.devices.map((device) => [device.feed, device]));
  const feeds = [...new Set([...devices.keys(), ...Object.keys(heads)])];
  return {
    kind: 'table',
    caption: words.say('heads'),
    columns: [
      { header: words.say('device'), width: 'text' },
      { header: words.say('lastLine'), width: 'label', align: 'end' },
      { header: words.say('lineHash'), width: 'hash' },
    ],
    groups: [
      {
        rows: feeds.map((feed): Row => {
          const device = devices.get(feed);
          const head = heads[feed];
          const name = device?.device || device?.host || words.say('unknownDevice');
          const letter = devices.size > 1 && device !== undefined ? `${device.letter} ` : '';
          const details = [device?.host, device?.user, device?.app].filter(Boolean).join(' · ');
          return {
            cells: [
              join(
                [
                  [own(letter), words.typed(name)],
                  details === '' ? [] : [small(words.typed(details))],
                  [code(feed)],
                  device?.predecessor === undefined
                    ? []
                    : [small(...words.compose('continues', { feed: code(device.predecessor) }))],
                ],
                lineBreak,
              ),
              [own(head === undefined ? words.say('unknown') : String(head[0]))],
              head === undefined ? [] : [code(groupHash(head[1]))],
            ],
          };
        }),
      },
    ],
  };
}

function qrFigure(text: string, title: string): SvgNode {
  const { size, path } = qrCode(text);
  return {
    tag: 'svg',
    attributes: { viewBox: `0 0 ${size} ${size}`, class: 'paper-qr', role: 'img' },
    children: [
      { tag: 'title', attributes: {}, children: [title] },
      { tag: 'path', attributes: { d: path }, children: [] },
    ],
  };
}
