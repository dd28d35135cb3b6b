import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { lineOf, pieces } from './body';
import type { From } from './filter';
import { LogDetail } from './LogDetail';

interface Props {
  record: LogRecord;
  words: readonly string[];
  by: From;
  index: number;
  open: boolean;
  /** the one row that Tab stops at */
  reachable: boolean;
  onToggle: () => void;
  onMove: (by: number) => void;
}

/** One record on one line; open, with everything it carries below. */
export const LogRow = memo(function LogRow(props: Props) {
  const { record, words, by, index, open, reachable, onToggle, onMove } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const today = new Date(record.time).toDateString() === new Date().toDateString();
  return (
    <>
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-expanded={open}
        tabIndex={reachable ? 0 : -1}
        className={`cop-logs__grid cop-logs__row cop-sev--${record.severity}`}
        onClick={onToggle}
        onKeyDown={(e) => {
          if (e.target !== e.currentTarget) return;
          if (e.key === 'Enter' || e.key === ' ') onToggle();
          else if (e.key === 'ArrowDown') onMove(1);
          else if (e.key === 'ArrowUp') onMove(-1);
          else return;
          e.preventDefault();
        }}
      >
        <div role="cell" className="cop-logs__sev">
          {t(`severity.${record.severity}`)}
        </div>
        <div role="cell" className="cop-logs__time" title={format.absolute(record.time)}>
          {today ? format.clock(record.time, true) : format.dayClock(record.time)}
        </div>
        <div role="cell" className="cop-clip" title={record[by] ?? ''}>
          {record[by]}
        </div>
        <div role="cell" className="cop-logs__line">
          {pieces(lineOf(record.body), words).map((piece, i) =>
            i % 2 === 1 ? <mark key={i}>{piece}</mark> : piece,
          )}
        </div>
      </div>
      {open && <LogDetail record={record} words={words} />}
    </>
  );
}, same);

/** The handlers close over what the other properties say, and need no new drawing of their own. */
function same(a: Props, b: Props): boolean {
  return (
    a.record === b.record &&
    a.words === b.words &&
    a.by === b.by &&
    a.index === b.index &&
    a.open === b.open &&
    a.reachable === b.reachable
  );
}
