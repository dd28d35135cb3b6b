// Korean particles change with the sound before them: 주문이 / 결제가, checkout이 / order가.
// Messages write both, as in `{{name}}[[이/가]]`; the pair is settled once the name is known.

const DIGIT_HAS_FINAL = [true, true, false, true, false, false, true, true, true, false];
const DIGIT_IS_RIEUL = [false, true, false, false, false, false, false, true, true, false];

type Ending = 'none' | 'rieul' | 'other';

/** Figures end in their unit, which is read aloud too: 퍼센트, 밀리초, 초, 분, 시간, 일, 메가바이트. */
const UNITS: [RegExp, Ending][] = [
  [/%$/, 'none'],
  [/\d\s(µs|ms|s|[KMGTP]i?B|B)$/, 'none'],
  [/\d\s[mh]$/, 'other'],
  [/\d\sd$/, 'rieul'],
];

/**
 * A Latin word as Koreans read it aloud: final l is ㄹ, and m, n and ng close the syllable. b, p, k, t
 * and c close it after a vowel (checkout 체크아웃, metric 메트릭) or doubled (stack 스택); after another
 * consonant they get a ㅡ of their own (payment 페이먼트, bank 뱅크), as g always does (catalog 카탈로그).
 */
function latinEnding(word: string): Ending {
  const latin = /[a-z]+(?=[^\p{L}\p{N}]*$)/iu.exec(word)?.[0] ?? '';
  if (/l$/i.test(latin)) return 'rieul';
  const closed = /(?:[mn]|ng|ck|pp|tt|bb|(?:^|[aeiouy])[bpktc])$/i;
  return closed.test(latin) ? 'other' : 'none';
}

function ending(word: string): Ending {
  const unit = UNITS.find(([pattern]) => pattern.test(word.replace(/[\uf8ff”’"')]+$/, '')));
  if (unit) return unit[1];
  const last = word.replace(/[^\p{L}\p{N}]+$/u, '').at(-1) ?? '';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? 'none' : final === 8 ? 'rieul' : 'other';
  }
  if (/\d/.test(last)) {
    const d = Number(last);
    return DIGIT_IS_RIEUL[d] ? 'rieul' : DIGIT_HAS_FINAL[d] ? 'other' : 'none';
  }
  return latinEnding(word);
}

/** The particle of the pair (`이/가`, `은/는`, `을/를`, `과/와`, `으로/로`) that follows the word. */
export function particle(word: string, pair: string): string {
  const [closed = '', open = ''] = pair.split('/');
  const e = ending(word);
  if (e === 'none') return open;
  return e === 'rieul' && closed === '으로' ? open : closed;
}

/** Settles every `[[이/가]]` of a text by what stands before it. */
export function josa(text: string): string {
  let out = '';
  let rest = text;
  for (;;) {
    const at = rest.indexOf('[[');
    const end = at < 0 ? -1 : rest.indexOf(']]', at);
    if (end < 0) return out + rest;
    out += rest.slice(0, at);
    out += particle(out, rest.slice(at + 2, end));
    rest = rest.slice(end + 2);
  }
}
