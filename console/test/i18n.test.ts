import { expect, test } from 'vitest';
import { en } from '../src/i18n/en';
import { josa, particle } from '../src/i18n/josa';
import { ko } from '../src/i18n/ko';

interface Tree {
  [key: string]: string | Tree;
}

/** Every key with its text; the plural forms of one message count as one key. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = prefix + key.replace(/_(one|other)$/, '');
    if (typeof value === 'string') out.set(name, value);
    else flat(value, `${name}.`).forEach((v, k) => out.set(k, v));
  }
  return out;
}

const english = flat(en);
const korean = flat(ko);

test('Korean and English have the same messages', () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
});

test('both languages use the same placeholders', () => {
  const holes = (text: string) => [...new Set(text.match(/{{\w+}}/g) ?? [])].sort();
  for (const [key, text] of english) {
    expect(holes(korean.get(key) ?? ''), key).toEqual(holes(text));
  }
});

test('no message is empty, and no Korean message is left in English', () => {
  for (const [key, text] of english) {
    expect(text.trim(), key).not.toBe('');
    const words = text.replace(/{{\w+}}/g, '').match(/[A-Za-z]{2,}/g) ?? [];
    const same = korean.get(key) === text;
    // Names and units may be equal: p95, OpenCOP, Ctrl.
    expect(same && words.length > 2, `${key}: ${text}`).toBe(false);
  }
});

test.each([
  ['주문', '이/가', '이'],
  ['결제', '이/가', '가'],
  ['서울', '으로/로', '로'],
  ['부산', '으로/로', '으로'],
  ['checkout', '은/는', '은'],
  ['payment', '으로/로', '로'],
  ['storefront', '이/가', '가'],
  ['catalog', '이/가', '가'],
  ['billing', '이/가', '이'],
  ['core-bank', '을/를', '를'],
  ['stack', '을/를', '을'],
  ['order', '은/는', '는'],
  ['mail', '으로/로', '로'],
  ['v3', '을/를', '을'],
  ['v2', '을/를', '를'],
  ['inventory-service', '과/와', '와'],
  ['38.7\u00a0%', '을/를', '를'],
  ['617\u00a0ms', '으로/로', '로'],
  ['2\u00a0m', '으로/로', '으로'],
  ['7\u00a0d', '으로/로', '로'],
])('%s + %s = %s', (word, pair, expected) => {
  expect(particle(word, pair)).toBe(expected);
});

test('particles are settled within a sentence, quotes and all', () => {
  expect(josa('“결제”[[이/가]] 느리고 주문[[은/는]] 정상입니다')).toBe(
    '“결제”가 느리고 주문은 정상입니다',
  );
});
