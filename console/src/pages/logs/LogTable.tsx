import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../api/contract';
import type { From } from './filter';
import { LogRow } from './LogRow';

export interface Row {
  key: string;
  record: LogRecord;
}

/** Why the list must not move just now. */
export type Busy = 'hover' | 'scrolled' | 'open' | null;

interface Props {
  label: string;
  rows: readonly Row[];
  /** words marked in the bodies */
  words: readonly string[];
  by?: From;
  onBusy: (busy: Busy) => void;
  /** the end has come into view */
  onEnd?: () => void;
  /** below the last row */
  foot?: React.ReactNode;
}

const ROW = 26;

/** Log records, any number of them: only those in view exist. A row opens in place. */
export function LogTable({ label, rows, words, by = 'service', onBusy, onEnd, foot }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [hover, setHover] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [current, setCurrent] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (i) => rows[i]?.key ?? i,
    measureElement: (el) => el.getBoundingClientRect().height || ROW,
    overscan: 16,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (last >= rows.length - 40 && rows.length > 0) onEnd?.();
  }, [last, rows.length, onEnd]);

  const anyOpen = rows.length > 0 && open.size > 0;
  useEffect(() => {
    onBusy(anyOpen ? 'open' : scrolled ? 'scrolled' : hover ? 'hover' : null);
  }, [anyOpen, scrolled, hover, onBusy]);

  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const focus = (index: number) => {
    if (index < 0 || index >= rows.length) return;
    setCurrent(index);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[aria-rowindex='${index + 2}']`)?.focus(),
    );
  };
  return (
    <div
      className="cop-logs__table"
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div className="cop-logs__grid cop-logs__thead" role="row" aria-rowindex={1}>
        <div role="columnheader">{t('logs.severity')}</div>
        <div role="columnheader">{t('logs.time')}</div>
        <div role="columnheader">
          {t(by === 'service' ? 'logs.service' : 'service.instances.instance')}
        </div>
        <div role="columnheader">{t('logs.body')}</div>
      </div>
      <div
        className="cop-logs__scroll"
        ref={scroller}
        onScroll={(e) => setScrolled(e.currentTarget.scrollTop > 4)}
        onPointerEnter={(e) => setHover(e.pointerType === 'mouse')}
        onPointerLeave={() => setHover(false)}
      >
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const row = rows[item.index]!;
            return (
              <div
                key={row.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className="cop-logs__item"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <LogRow
                  record={row.record}
                  words={words}
                  by={by}
                  index={item.index}
                  open={open.has(row.key)}
                  reachable={item.index === Math.min(current, rows.length - 1)}
                  onToggle={() => toggle(row.key)}
                  onMove={(by) => focus(item.index + by)}
                />
              </div>
            );
          })}
        </div>
        {foot}
      </div>
    </div>
  );
}
