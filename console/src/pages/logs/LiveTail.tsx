import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogRecord } from '../../api/contract';
import { useFormat } from '../../format/useFormat';
import { Empty } from '../../ui/Empty';
import { PauseIcon, PlayIcon } from '../../ui/icons';
import { ProblemView } from '../../ui/ProblemView';
import { wordsOf } from './body';
import type { From, LogFilter } from './filter';
import { LogTable, type Busy, type Row } from './LogTable';
import { KEPT, withEarlier } from './tail';
import { useTail } from './useTail';

const NONE: readonly LogRecord[] = [];

interface Props {
  filter: LogFilter;
  by?: From;
  /** what came before the tail began, newest first */
  earlier?: readonly LogRecord[];
}

/** Records as they come, newest first. It holds still while somebody reads, and says so. */
export function LiveTail({ filter, by = 'service', earlier = NONE }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [busy, setBusy] = useState<Busy>(null);
  const [stopped, setStopped] = useState(false);
  const paused = stopped || busy !== null;
  const { tail, state, problem, clear } = useTail(filter, paused);
  const words = useMemo(() => wordsOf(filter.text), [filter.text]);
  const rows = useMemo<Row[]>(() => withEarlier(tail, earlier), [tail, earlier]);
  const why = stopped ? t('logs.tail.stopped') : busy ? t(`logs.tail.${busy}`) : '';
  return (
    <>
      <div className="cop-logs__live">
        <Button
          variant="secondary"
          size="sm"
          icon={stopped ? <PlayIcon /> : <PauseIcon />}
          aria-pressed={stopped}
          onClick={() => setStopped(!stopped)}
        >
          {t(stopped ? 'logs.tail.resume' : 'logs.tail.pause')}
        </Button>
        <Button variant="link" size="sm" onClick={clear}>
          {t('logs.tail.clear')}
        </Button>
        <p role="status" className={paused ? 'cop-logs__paused' : `cop-logs__state--${state}`}>
          {paused
            ? `${why} ${t('logs.tail.waiting', { count: tail.waiting.length, number: format.count(tail.waiting.length) })}`
            : t(`logs.tail.state.${state}`, { number: format.count(tail.arrived) })}
        </p>
        {tail.skipped > 0 && (
          <p className="cop-logs__skipped" role="status">
            {t('logs.tail.skipped', { number: format.count(tail.skipped) })}
          </p>
        )}
        {tail.forgotten > 0 && (
          <p className="cop-dim">
            {t('logs.tail.forgotten', {
              kept: format.count(KEPT),
              number: format.count(tail.forgotten),
            })}
          </p>
        )}
      </div>
      {problem && <ProblemView error={problem} />}
      {rows.length > 0 ? (
        <LogTable label={t('logs.tab.live')} rows={rows} words={words} by={by} onBusy={setBusy} />
      ) : (
        !problem && (
          <Empty title={t('logs.tail.none')}>
            <p>{t('logs.tail.noneNext')}</p>
          </Empty>
        )
      )}
    </>
  );
}
