import { expect, test } from 'vitest';
import type { LogHistogram, LogRecord } from '../../src/api/contract';
import { lineOf, pieces, textOf, wordsOf } from '../../src/pages/logs/body';
import { eventReader, type StreamEvent } from '../../src/pages/logs/sse';
import { barsOf, totalsOf } from '../../src/pages/logs/stack';
import { EMPTY_TAIL, KEPT, received, resumed } from '../../src/pages/logs/tail';

const HISTOGRAM: LogHistogram = {
  step_s: 60,
  times: ['2026-11-21T12:00:00Z', '2026-11-21T12:01:00Z'],
  counts: { info: [10, 0], error: [2, 1], warn: [0, 0] },
  cost: { rows_read: 0, bytes_read: 0, segments: 0, elapsed_ms: 0 },
};

test('errors stand at the foot of a bar, below what is merely said', () => {
  const [first, second] = barsOf(HISTOGRAM);
  expect(first!.parts).toEqual([
    { severity: 'error', count: 2, below: 0 },
    { severity: 'info', count: 10, below: 2 },
  ]);
  expect(first!.total).toBe(12);
  expect(second!.to - second!.from).toBe(60_000);
});

test('totals name only the severities that occur, worst first', () => {
  expect(totalsOf(HISTOGRAM)).toEqual([
    { severity: 'error', count: 3 },
    { severity: 'info', count: 10 },
  ]);
});

test('a body on one line: lines joined, structured ones as JSON, long ones cut', () => {
  expect(lineOf('a\n\tb')).toBe('a ⏎ b');
  expect(lineOf({ event: 'stock', n: 1 })).toBe('{"event":"stock","n":1}');
  expect(lineOf('x'.repeat(5_000_000)).length).toBeLessThan(1000);
  expect(textOf(null)).toBe('');
});

test('every second piece is a match, and a word is never a pattern', () => {
  expect(pieces('pool (orders) Pool', wordsOf('pool (orders)'))).toEqual([
    '',
    'pool',
    ' ',
    '(orders)',
    ' ',
    'Pool',
    '',
  ]);
  expect(pieces('a.c', wordsOf('.'))).toEqual(['a', '.', 'c']);
  expect(pieces('plain', [])).toEqual(['plain']);
});

test('events survive being cut anywhere', () => {
  const stream =
    'retry: 2000\n\n: note\nevent: log\ndata: {"a":"주문"}\n\nevent: skipped\r\ndata: {"count":3}\r\n\r\ndata: x\ndata: y\n\n';
  for (let size = 1; size < 20; size++) {
    const events: StreamEvent[] = [];
    const read = eventReader((e) => events.push(e));
    for (let i = 0; i < stream.length; i += size) read(stream.slice(i, i + size));
    expect(events, `pieces of ${size}`).toEqual([
      { name: 'log', data: '{"a":"주문"}' },
      { name: 'skipped', data: '{"count":3}' },
      { name: 'message', data: 'x\ny' },
    ]);
  }
});

const record = (n: number): LogRecord => ({
  time: new Date(Date.UTC(2026, 10, 21) + n).toISOString(),
  severity: 'info',
  service: 'order',
  body: `record ${n}`,
});
const records = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => record(from + i));
const bodies = (rows: readonly { record: LogRecord }[]) => rows.map((r) => r.record.body);

test('the newest stands first, and paused nothing moves', () => {
  const before = received(EMPTY_TAIL, records(0, 2), false);
  expect(bodies(before.shown)).toEqual(['record 1', 'record 0']);
  const paused = received(before, records(2, 4), true);
  expect(paused.shown).toBe(before.shown);
  expect(paused.waiting).toHaveLength(2);
  const on = resumed(paused);
  expect(bodies(on.shown)).toEqual(['record 3', 'record 2', 'record 1', 'record 0']);
  expect(on.waiting).toHaveLength(0);
});

test('records of one draw stand in order of their time', () => {
  const tail = received(EMPTY_TAIL, [record(5), record(3), record(4)], false);
  expect(bodies(tail.shown)).toEqual(['record 5', 'record 4', 'record 3']);
});

test('memory has an end, and what goes is counted', () => {
  let tail = EMPTY_TAIL;
  for (let i = 0; i < 12; i++) tail = received(tail, records(i * 1000, (i + 1) * 1000), i > 5);
  expect(tail.shown).toHaveLength(KEPT);
  expect(tail.waiting).toHaveLength(KEPT);
  tail = resumed(tail);
  expect(tail.shown).toHaveLength(KEPT);
  expect(tail.arrived).toBe(12_000);
  expect(tail.forgotten).toBe(12_000 - KEPT);
  expect(tail.shown[0]!.record.body).toBe('record 11999');
});
