import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../../api/contract';
import { useFormat } from '../../../format/useFormat';
import { textOf } from './AttributeList';

interface Props {
  log: LogRecord;
  /** of the trace, epoch ms */
  start: number;
  colour: string | undefined;
  /** belongs to the selected span */
  on: boolean;
  /** its span is in the trace */
  known: boolean;
  onSpan: () => void;
}

/** lines shown before the rest is folded */
const LINES = 3;

/** One log record: when within the trace, how bad, who, what. */
export function LogLine({ log, start, colour, on, known, onSpan }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const body = textOf(log.body);
  const lines = body.split('\n');
  const offset = Date.parse(log.time) - start;
  return (
    <div className={`cop-tlog cop-tlog--${log.severity}`} data-on={on ? '' : undefined}>
      <button
        type="button"
        className="cop-tlog__jump"
        disabled={!known}
        title={known ? t('traces.logs.toSpan') : t('traces.logs.noSpan')}
        onClick={onSpan}
      >
        <span className="cop-tlog__time" title={format.absolute(log.time)}>
          {offset < 0 ? '−' : '+'}
          {format.duration(Math.abs(offset))}
        </span>
        <span className="cop-tlog__severity">{t(`severity.${log.severity}`)}</span>
        <i className="cop-fall__colour" style={{ background: colour ?? 'var(--cop-idle)' }} />
        <b>{log.service}</b>
      </button>
      <pre>{whole ? body : lines.slice(0, LINES).join('\n')}</pre>
      {lines.length > LINES && (
        <button type="button" className="cop-textlink" onClick={() => setWhole(!whole)}>
          {whole
            ? t('traces.logs.less')
            : t('traces.logs.lines', {
                count: lines.length - LINES,
                number: format.count(lines.length - LINES),
              })}
        </button>
      )}
    </div>
  );
}
