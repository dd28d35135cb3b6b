import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useTranslation } from 'react-i18next';
import { freeze, isLive, lengthOf, PRESETS, resolve, thaw, type TimeRange } from '../time/range';
import { useRangeText } from '../time/useRangeText';
import { useTimeRange } from '../time/useTimeRange';
import { DownIcon, LeftIcon, PauseIcon, PlayIcon, RightIcon } from '../ui/icons';
import { usePopup } from '../ui/usePopup';
import { FixedRangeForm } from './FixedRangeForm';

/** One time range for every page. Live ranges move on; pausing fixes exactly what is on screen. */
export function TimeControl() {
  const { t } = useTranslation();
  const { range, setRange } = useTimeRange();
  const { open, setOpen, root } = usePopup();
  const text = useRangeText();
  const live = isLive(range);
  const choose = (next: TimeRange) => {
    setRange(next);
    setOpen(false);
  };
  const shift = (direction: 1 | -1) => {
    const now = Date.now();
    const by = (direction * lengthOf(range, now)) / 2;
    const at = (time: string) => new Date(resolve(time, now) + by).toISOString();
    setRange({ from: at(range.from), to: at(range.to) });
  };
  return (
    <div className="cop-time cop-pop" ref={root} role="group" aria-label={t('time.label')}>
      <Button
        variant="plain"
        size="sm"
        className={`cop-time__live${live ? ' cop-time__live--on' : ''}`}
        icon={live ? <PauseIcon /> : <PlayIcon />}
        aria-pressed={live}
        title={live ? t('time.pause') : t('time.resume')}
        onClick={() => setRange(live ? freeze(range, Date.now()) : thaw(range, Date.now()))}
      >
        {t('time.live')}
      </Button>
      {!live && (
        <Button
          variant="plain"
          size="sm"
          icon={<LeftIcon />}
          aria-label={t('time.earlier')}
          title={t('time.earlier')}
          onClick={() => shift(-1)}
        />
      )}
      <Button
        variant="plain"
        size="sm"
        className="cop-time__range"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span>{text(range)}</span>
        <DownIcon />
      </Button>
      {!live && (
        <Button
          variant="plain"
          size="sm"
          icon={<RightIcon />}
          aria-label={t('time.later')}
          title={t('time.later')}
          onClick={() => shift(1)}
        />
      )}
      {open && (
        <div className="cop-pop__panel cop-time__panel">
          <ul>
            {PRESETS.map((p) => {
              const preset = { from: `now-${p}`, to: 'now' };
              const current = preset.from === range.from && live;
              return (
                <li key={p}>
                  <button
                    type="button"
                    className="cop-choice"
                    aria-current={current}
                    onClick={() => choose(preset)}
                  >
                    {text(preset)}
                  </button>
                </li>
              );
            })}
          </ul>
          <FixedRangeForm range={range} onApply={choose} />
        </div>
      )}
    </div>
  );
}
