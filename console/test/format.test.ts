import { expect, test } from 'vitest';
import {
  bytes,
  duration,
  figure,
  percent,
  rate,
  shortCount,
  withUnit,
} from '../src/format/numbers';
import { relative } from '../src/format/times';

const plain = (s: string) => s.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 ms'],
  [0.0004, '0.4 µs'],
  [0.08, '80 µs'],
  [0.42, '0.42 ms'],
  [8.44, '8.44 ms'],
  [84.26, '84.3 ms'],
  [999.6, '1 s'],
  [1843, '1.84 s'],
  [59_960, '1 m'],
  [125_000, '2 m 5 s'],
  [12_000_000, '3 h 20 m'],
  [370_000_000, '4 d 6 h'],
])('%d ms reads %s', (ms, text) => {
  expect(plain(duration(ms, 'en'))).toBe(text);
});

test.each([
  [84.26, '84.3 ms'],
  [59_960, '1분'],
  [125_000, '2분 5초'],
  [12_000_000, '3시간 20분'],
  [604_800_000, '7일'],
])('in Korean %d ms reads %s', (ms, text) => {
  expect(plain(duration(ms, 'ko'))).toBe(text);
});

test('a share that is not nothing never reads as 0', () => {
  expect(plain(percent(0, 'en'))).toBe('0 %');
  expect(plain(percent(0.0000001, 'en'))).toBe('<0.01 %');
  expect(plain(percent(0.0002, 'en'))).toBe('0.02 %');
  expect(plain(percent(0.1234, 'en'))).toBe('12.3 %');
  expect(plain(percent(1, 'en'))).toBe('100 %');
});

test('bytes, counts and rates keep three digits and name their unit', () => {
  expect(plain(bytes(812, 'en'))).toBe('812 B');
  expect(plain(bytes(64 * 1024 * 1024, 'en'))).toBe('64 MiB');
  expect(plain(bytes(1024 * 1024 - 100, 'en'))).toBe('1 MiB');
  expect(plain(bytes(1_490_000, 'en'))).toBe('1.42 MiB');
  expect(shortCount(23_410, 'en')).toBe('23,410');
  expect(shortCount(1_234_567, 'en')).toBe('1.23M');
  expect(shortCount(1_234_567, 'ko')).toBe('123만');
  expect(rate(0.001, 'en')).toBe('<0.01/s');
  expect(rate(12.34, 'en')).toBe('12.3/s');
  expect(figure(0.00123, 'en')).toBe('0.0012');
});

test('metric values are read in the unit OpenTelemetry gives them', () => {
  expect(plain(withUnit(0.25, 's', 'en'))).toBe('250 ms');
  expect(plain(withUnit(2_000_000, 'By', 'en'))).toBe('1.91 MiB');
  expect(plain(withUnit(7, '{thread}', 'en'))).toBe('7 thread');
  expect(withUnit(0.5, '1', 'en')).toBe('0.5');
});

test('relative times take the largest unit that fits, in both languages', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  expect(relative(now - 190_000, now, 'en')).toBe('3m ago');
  expect(relative(now - 190_000, now, 'ko')).toBe('3분 전');
  expect(relative(now - 7_300_000, now, 'ko')).toBe('2시간 전');
});
