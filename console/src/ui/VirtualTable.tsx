import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import { ColumnMenu } from './ColumnMenu';
import { SortDownIcon, SortUpIcon } from './icons';
import { useColumns } from './useColumns';
import { useSorted } from './useSorted';
import './table.css';

interface Props<T> {
  /** under this name the chosen order and columns are remembered */
  id: string;
  /** accessible name */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T, index: number) => string;
  /** order at first: column key, and whether the largest comes first */
  initial?: { key: string; down: boolean };
  onOpen?: (row: T) => void;
  /** marks rows, e.g. the selected one */
  rowClass?: (row: T) => string | undefined;
  rowHeight?: number;
  /** room for the rows in px before the table scrolls by itself */
  maxHeight?: number;
  empty?: React.ReactNode;
}

/** Sum of the least widths of the tracks, with gaps and padding; tracks must begin with px. */
function leastWidth(widths: readonly string[]): number {
  const px = widths.map((w) => Number(/(\d+)px/.exec(w)?.[1] ?? 96));
  return px.reduce((sum, w) => sum + w + 16, 32);
}

/** A table of any length: only the rows in view exist. Arrow keys move, Enter opens. */
export function VirtualTable<T>(props: Props<T>) {
  const { rowKey, onOpen, rowClass, rowHeight = 36, maxHeight = 620 } = props;
  const { t } = useTranslation();
  const { rows, sort, sortOn } = useSorted(props.id, props.rows, props.columns, props.initial);
  const { shown: columns, toggle } = useColumns(props.id, props.columns);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 800, height: maxHeight },
  });
  // Head and rows are grids of their own: the same tracks and the same least width keep them in line.
  const tracks = {
    gridTemplateColumns: columns.map((c) => c.width).join(' '),
    minWidth: leastWidth(columns.map((c) => c.width)),
  };
  const focus = (index: number) => {
    if (index < 0 || index >= rows.length) return;
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[aria-rowindex='${index + 2}']`)?.focus(),
    );
  };
  return (
    <div className="cop-tableroom">
      <ColumnMenu columns={props.columns} shown={columns} onToggle={toggle} />
      <div
        className="cop-table"
        role="table"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
      >
        <div className="cop-table__scroll" ref={scroller} style={{ maxHeight }}>
          <div className="cop-table__head" role="row" aria-rowindex={1} style={tracks}>
            {columns.map((c) => (
              <div
                key={c.key}
                role="columnheader"
                className={c.numeric ? 'cop-num' : undefined}
                aria-sort={sort?.key !== c.key ? undefined : sort.down ? 'descending' : 'ascending'}
              >
                {c.sortBy ? (
                  <button
                    type="button"
                    title={t('table.sort', { column: c.head })}
                    onClick={() => sortOn(c.key)}
                  >
                    {c.head}
                    {sort?.key === c.key &&
                      (sort.down ? <SortDownIcon size={12} /> : <SortUpIcon size={12} />)}
                  </button>
                ) : (
                  c.head
                )}
              </div>
            ))}
          </div>
          {rows.length === 0 && props.empty}
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index]!;
              return (
                <div
                  key={rowKey(row, item.index)}
                  role="row"
                  aria-rowindex={item.index + 2}
                  tabIndex={item.index === 0 ? 0 : -1}
                  className={`cop-table__row ${onOpen ? 'cop-table__row--open' : ''} ${rowClass?.(row) ?? ''}`}
                  style={{ ...tracks, height: rowHeight, transform: `translateY(${item.start}px)` }}
                  onClick={(e) => {
                    if (!(e.target as HTMLElement).closest('a,button')) onOpen?.(row);
                  }}
                  onKeyDown={(e) => {
                    if (e.target !== e.currentTarget) return;
                    if (e.key === 'Enter') onOpen?.(row);
                    else if (e.key === 'ArrowDown') focus(item.index + 1);
                    else if (e.key === 'ArrowUp') focus(item.index - 1);
                    else return;
                    e.preventDefault();
                  }}
                >
                  {columns.map((c) => (
                    <div key={c.key} role="cell" className={c.numeric ? 'cop-num' : 'cop-clip'}>
                      {c.cell(row)}
                    </div>
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
