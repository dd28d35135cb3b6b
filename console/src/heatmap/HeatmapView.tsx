import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Heatmap } from '../api/contract';
import { useDark } from '../app/useDark';
import { useFormat } from '../format/useFormat';
import type { TimeSpan } from '../ui/chartTypes';
import { HEAT, onPoint, pointAt } from '../ui/cursor';
import { useWidth } from '../ui/useWidth';
import { drawHeatmap } from './draw';
import {
  boxOf,
  cellAt,
  columnsOf,
  rowsOf,
  selectionOf,
  spanOf,
  stepOf,
  xOf,
  type Cell,
  type Selection,
  type Size,
} from './grid';

interface Props {
  map: Heatmap;
  errorsOnly: boolean;
  height?: number;
  /** what the time axis spans: the same as the charts above it */
  span?: TimeSpan;
  /** charts that share the pointer */
  group?: string;
  /** a box was drawn, or a cell clicked */
  onOpen: (selection: Selection) => void;
}

/** Requests as time by duration. A box drawn by pointer or by keyboard opens what is in it. */
export function HeatmapView({ map, errorsOnly, height = 260, span, group, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const dark = useDark();
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(host);
  const [start, setStart] = useState<Cell | null>(null);
  const [at, setAt] = useState<Cell | null>(null);
  const [line, setLine] = useState<number | null>(null);
  const from = span?.from;
  const to = span?.to;
  const size = useMemo<Size>(
    () => ({
      width,
      height,
      ...(from !== undefined && to !== undefined ? { span: { from, to } } : {}),
    }),
    [width, height, from, to],
  );

  useLayoutEffect(() => {
    if (canvas.current && width > 0) {
      drawHeatmap(canvas.current, map, size, errorsOnly, format);
    }
  }, [map, width, size, errorsOnly, format, dark]);

  useEffect(() => {
    if (!group) return undefined;
    return onPoint(group, (time, who) => who !== HEAT && setLine(time));
  }, [group]);
  const column = at?.column;
  useEffect(() => {
    const time = column === undefined ? undefined : map.times[column];
    if (group) pointAt(group, time ? Date.parse(time) + stepOf(map) / 2 : null, HEAT);
  }, [group, column, map]);

  const cellOf = (e: React.PointerEvent) => {
    const box = e.currentTarget.getBoundingClientRect();
    return cellAt(map, size, e.clientX - box.left, e.clientY - box.top);
  };
  const open = (a: Cell, b: Cell) => {
    const selection = selectionOf(map, a, b);
    if ((errorsOnly ? selection.errors : selection.count) > 0) onOpen(selection);
  };
  const onKey = (e: React.KeyboardEvent) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[
      e.key
    ];
    if (step) {
      const from = at ?? { column: columnsOf(map) - 1, row: Math.floor(rowsOf(map) / 2) };
      const limit = (v: number, n: number) => Math.max(0, Math.min(n - 1, v));
      setStart(e.shiftKey ? (start ?? from) : null);
      setAt({
        column: limit(from.column + step[0]!, columnsOf(map)),
        row: limit(from.row + step[1]!, rowsOf(map)),
      });
    } else if (e.key === 'Enter' && at) open(start ?? at, at);
    else if (e.key === 'Escape') {
      setStart(null);
      setAt(null);
    } else return;
    e.preventDefault();
  };

  const box = at && width > 0 ? boxOf(map, size, start ?? at, at) : null;
  const chosen = at ? selectionOf(map, start ?? at, at) : null;
  const left = box !== null && box.left > width / 2;
  return (
    <div className="cop-heat" ref={host} style={{ height }}>
      <canvas
        ref={canvas}
        style={{ height }}
        role="img"
        tabIndex={0}
        aria-label={`${t('service.heat.label')}. ${t('service.heat.keys')}`}
        onKeyDown={onKey}
        onPointerDown={(e) => {
          if (e.button !== 0) return;
          e.currentTarget.setPointerCapture(e.pointerId);
          setStart(cellOf(e));
          setAt(cellOf(e));
        }}
        onPointerMove={(e) => setAt(cellOf(e))}
        onPointerUp={(e) => {
          if (start) open(start, cellOf(e));
          setStart(null);
        }}
        onPointerCancel={() => setStart(null)}
        onPointerLeave={() => start ?? setAt(null)}
        onBlur={() => setAt(null)}
      />
      {line !== null && !box && spanOf(map, size).to > line && (
        <div className="cop-heat__line" style={{ left: xOf(map, size, line) }} />
      )}
      {box && <div className="cop-heat__box" style={box} />}
      {box && chosen && (
        <div
          className={`cop-tip${left ? ' cop-tip--left' : ''}`}
          style={{ left: left ? box.left : box.left + box.width, top: Math.max(0, box.top - 8) }}
          role="status"
        >
          <strong>
            {format.clock(chosen.from)} – {format.clock(chosen.to)}
          </strong>
          <div>
            {format.duration(chosen.min_ms)} – {format.duration(chosen.max_ms)}
          </div>
          <div>
            {t('service.heat.cell', {
              count: chosen.count,
              errors: chosen.errors,
            })}
          </div>
        </div>
      )}
    </div>
  );
}
