import { defineMessages } from './messages.ts';

/** Words of time stamps (RFC 3161) on seals, in the window. */
export const timestampViewMessages = defineMessages({
  title: { en: 'Time stamps of a service', ja: 'タイムスタンプ局の証明' },
  lead: {
    en: 'A time-stamping service (RFC 3161) signs that a seal was there at a time, by a clock that is not yours. Nothing is sent from here: the request is a file that you carry to a machine with a network, and the answer is a file that comes back. The service learns nothing but the value of the seal.',
    ja: 'タイムスタンプ局（RFC 3161）は、ある時刻に封印が存在していたことを、自局の時計で署名します。この端末からは何も送信しません。要求はファイルに保存し、ネットワークのある端末へ運んでください。応答もファイルで取り込みます。局に伝わるのは封印の値だけです。',
  },
  request: { en: 'Ask for a time stamp…', ja: 'タイムスタンプを要求…' },
  requestOf: {
    en: 'Ask for a time stamp on seal {seal}',
    ja: '封印{seal}へのタイムスタンプを要求',
  },
  requested: {
    en: 'The request is in {place}. On a machine with a network, send it to the service as application/timestamp-query; then take in the answer here.',
    ja: '要求を{place}に保存しました。ネットワークのある端末から、application/timestamp-queryとして局へ送ってください。届いた応答をここで取り込みます。',
  },
  take: { en: 'Take in an answer…', ja: '応答を取り込む…' },
  taken: {
    en: 'The answer holds and is kept beside seal {seal}.',
    ja: '応答を確認し、封印{seal}とともに保存しました。',
  },
  holds: { en: 'Was there at', ja: '存在が証明された時刻' },
  signer: { en: 'Signed by', ja: '署名者' },
  certificate: { en: 'Certificate (SHA-256)', ja: '証明書（SHA-256）' },
  proves: {
    en: 'Everything that was sealed was written before this time: the signature holds, checked on this computer. Whether to trust the certificate is for you to say: compare it with the one that the service publishes.',
    ja: '封印した内容はすべて、この時刻より前に書かれたものです。署名はこの端末で確認しました。証明書を信頼できるかどうかは、サービスが公開しているものと照らし合わせて判断してください。',
  },
  wrong: {
    en: 'The time stamp on this seal proves nothing: its signature does not hold, or it is of something else.',
    ja: 'この封印のタイムスタンプは何も証明しません。署名が成り立たないか、別のものに対するタイムスタンプです。',
  },
  unknown: {
    en: 'The time stamp on this seal could not be checked: it is signed in a way that Kiroku does not know.',
    ja: 'この封印のタイムスタンプは確認できません。Kirokuが対応していない方式で署名されています。',
  },
});
