import { defineMessages } from './messages.ts';

/** Words about templates of reports and the pictures in them, in the window and on the command line. */
export const reportTemplateMessages = defineMessages({
  unread: {
    en: '{file} could not be read ({detail}).',
    ja: '{file}を読み込めませんでした（{detail}）。',
  },
  tooLarge: {
    en: '{file} is too large for a template ({bytes} bytes; at most {limit}).',
    ja: '{file}はテンプレートとしては大きすぎます（{bytes}バイト、上限{limit}バイト）。',
  },
  notJson: {
    en: '{file} is no JSON, so it is no template.',
    ja: '{file}はJSONではないため、テンプレートとして使えません。',
  },
  notATemplate: {
    en: '{file} is no template of this program: look at “{field}”.',
    ja: '{file}はこのプログラムのテンプレートではありません（「{field}」を確認してください）。',
  },

  // Pictures
  logoTooLarge: {
    en: '{file} was not taken: its picture is larger than {limit} bytes.',
    ja: '{file}は使えません。画像が{limit}バイトを超えています。',
  },
  logoNotAPicture: {
    en: '{file} was not taken: its picture is neither PNG nor JPEG.',
    ja: '{file}は使えません。画像がPNGでもJPEGでもありません。',
  },
  logoOtherKind: {
    en: '{file} was not taken: its picture is of another kind than it says.',
    ja: '{file}は使えません。画像の形式が記載と異なります。',
  },
  logoTooManyPixels: {
    en: '{file} was not taken: its picture is more than {side} pixels wide or high.',
    ja: '{file}は使えません。画像の幅または高さが{side}ピクセルを超えています。',
  },
  logoAnimated: {
    en: '{file} was not taken: its picture moves, and paper does not.',
    ja: '{file}は使えません。動く画像は紙に印刷できません。',
  },
  logoDamaged: {
    en: '{file} was not taken: its picture is cut off or damaged, or something else follows its end.',
    ja: '{file}は使えません。画像が途切れているか壊れている、または画像の後に別のデータがあります。',
  },
});
