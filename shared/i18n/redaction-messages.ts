import type { HiddenReason } from '../export/plan-redaction.ts';
import { defineMessages, type Message } from './messages.ts';

/** Words of redacted copies: making one, showing what it hides, checking one. */
export const redactionMessages = defineMessages({
  help: {
    en: `kiroku redaction list COPY [--age-passphrase-file FILE | --identity FILE] [--json]
kiroku redaction open FOLDER --line FEED:NUMBER [--at PLACE]... --out FILE [--json]

list names every redacted line of a redacted copy (kiroku bundle --redact), with what still shows of it
and the places of the hidden values. open makes, from the notebook, a file that shows some of them:
with --at (/op/text) single values, without it the whole line as it was written. Whoever has the copy
holds it against the copy: kiroku verify COPY --opening FILE, or python3 verify.py COPY --opening FILE.
FEED may be cut short: k1-43f2c44b:12.`,
    ja: `kiroku redaction list COPY [--age-passphrase-file FILE | --identity FILE] [--json]
kiroku redaction open FOLDER --line FEED:NUMBER [--at PLACE]... --out FILE [--json]

listは、墨消しした控え（kiroku bundle --redact）の墨消しした行ごとに、残っている部分と、隠した値の位置を
一覧にします。openは、ノートブックから、その一部を見せるためのファイルを作ります。--at（/op/text）を付けると
その値だけ、付けなければ書かれたままの行全体です。控えを持つ人は、これを控えと照合できます：
kiroku verify COPY --opening FILE、またはpython3 verify.py COPY --opening FILE。
FEEDは先頭だけでも構いません：k1-43f2c44b:12。`,
  },
  verifiedCopy: {
    en: 'In order as a redacted copy: what that proves, and what it does not, stands above. Feeds: {feeds}, lines: {lines}.',
    ja: '墨消しした控えとして問題はありません。証明されることとされないことは上のとおりです（フィード{feeds}件、{lines}行）。',
  },
  copyMadeFor: { en: 'Made for {label}.', ja: '{label}向けに作られています。' },
  notRedacted: {
    en: '{place} is no redacted copy: nothing is hidden in it.',
    ja: '{place}は墨消しした控えではありません。隠した値はありません。',
  },
  notAnOpening: {
    en: '{file} cannot be read as an opening (what kiroku redaction open writes).',
    ja: '{file}は、kiroku redaction openで書き出したファイルとして読めません。',
  },
  nothingToHide: {
    en: 'Say what is to be hidden: --tlp LABEL hides what may not go to its readers, --hide FIELD a field wherever it stands.',
    ja: '何を隠すかを指定してください。--tlp LABELは、その範囲の読み手に渡せないものを隠します。--hide FIELDは、その項目をすべて隠します。',
  },
  onlyWithRedact: {
    en: '{option} works together with --redact only.',
    ja: '{option}は--redactと一緒にだけ使えます。',
  },
  notWithRedact: {
    en: '{option} has no meaning with --redact: no evidence is in a redacted copy.',
    ja: '--redactと一緒に{option}は使えません。墨消しした控えに証拠は入りません。',
  },
  unknownField: {
    en: 'There is no field {field} to hide. There are: {fields}.',
    ja: '{field}という項目はありません。次のものがあります：{fields}。',
  },
  counts: {
    en: '{redacted} of {lines} lines are redacted, {whole} stay whole. Hidden values: {values}.',
    ja: '{lines}行のうち{redacted}行を墨消しし、{whole}行はそのままです。隠した値：{values}個。',
  },
  noneWhole: {
    en: 'No line stays whole: a reader has only the word of this device for what shows.',
    ja: 'そのまま残る行はありません。残っている部分について、読み手にはこの端末の言葉しかありません。',
  },
  hidden: {
    en: 'Hidden: {type} {at}, {n} ({reason})',
    ja: '隠すもの：{type} {at}、{n}個（{reason}）',
  },
  staysBehind: { en: 'Stays behind: {count} ({reason})', ja: '残すもの：{count}（{reason}）' },
  noEvidence: {
    en: 'No evidence file is in it.',
    ja: '証拠のファイルは入りません。',
  },
  written: {
    en: 'Wrote {place} ({size} bytes), a redacted copy. SHA-256 {sha256}',
    ja: '墨消しした控え{place}を書き出しました（{size}バイト）。SHA-256 {sha256}',
  },
  damaged: {
    en: {
      one: 'The notebook is damaged ({n} finding, kiroku verify): what cannot be read cannot be redacted. Nothing was written.',
      other:
        'The notebook is damaged ({n} findings, kiroku verify): what cannot be read cannot be redacted. Nothing was written.',
    },
    ja: 'ノートブックが損傷しています（検出事項{n}件、kiroku verify）。読めないものは墨消しできません。何も書き出していません。',
  },
  newerLines: {
    en: 'The notebook holds lines of a newer version: redact it with that version. Nothing was written.',
    ja: 'ノートブックに新しい版の行があります。その版で墨消ししてください。何も書き出していません。',
  },
  cannotSign: {
    en: 'This device has not written in the notebook, so it has no key to answer for a redacted copy with. Nothing was written.',
    ja: 'この端末はノートブックに書き込んだことがなく、墨消しした控えに署名する鍵がありません。何も書き出していません。',
  },
  listedLine: {
    en: '{feed}:{number}  {at}  {type}  hidden: {places}  shows: {rest}',
    ja: '{feed}:{number}  {at}  {type}  隠した値：{places}  残り：{rest}',
  },
  badLine: {
    en: '{line} names no line: write the feed and the number, k1-43f2c44b:12.',
    ja: '{line}は行を指していません。フィードと番号を書いてください：k1-43f2c44b:12。',
  },
  noSuchLine: {
    en: 'There is no line {line} in this notebook.',
    ja: 'このノートブックに{line}の行はありません。',
  },
  noSuchPlace: {
    en: 'Line {line} has nothing at {at}. It has: {places}.',
    ja: '{line}の行の{at}には何もありません。次の位置があります：{places}。',
  },
  openingExists: {
    en: '{file} exists already and was left as it is. Choose another name.',
    ja: '{file}はすでにあります。そのまま残しました。別の名前を選んでください。',
  },
  openingTooLarge: {
    en: 'That would be more than 16 MiB: nobody who checks it reads so much. Show less at once. Nothing was written.',
    ja: '16 MiBを超えるため、照合する側で読めません。分けて見せてください。何も書き出していません。',
  },
  openingDiskFull: {
    en: 'The disk is full. Nothing is left of the opening, and the notebook is as it was: make room, or choose another disk.',
    ja: 'ディスクに空きがありません。書きかけの開示ファイルは残っておらず、ノートブックもそのままです。空きを作るか、別のディスクを選んでください。',
  },
  opened: {
    en: 'Wrote {file}: {values} values and {lines} lines. Whoever has the redacted copy checks it with kiroku verify COPY --opening FILE.',
    ja: '{file}を書き出しました（値{values}個、{lines}行）。墨消しした控えを持つ人は、kiroku verify COPY --opening FILEで照合できます。',
  },
});

/** Why a value is hidden. */
export const hiddenReasonMessages: Readonly<Record<HiddenReason, Message>> = defineMessages({
  label: { en: 'above the limit', ja: '制限を超えるもの' },
  'names-held-back': {
    en: 'names something that stays behind',
    ja: '残すものの名前を含む',
  },
  person: { en: 'name of a person', ja: '人の名前' },
  replaced: {
    en: 'was replaced later, or points to what stays behind',
    ja: 'あとで書き換えられたか、残すものを指す',
  },
  'no-rule': { en: 'nothing says that it may go', ja: '渡してよいという定めがない' },
  chosen: { en: 'chosen', ja: '指定されたもの' },
});
