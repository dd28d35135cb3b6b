import { Button } from '@patternfly/react-core/dist/esm/components/Button';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zone } from '../format/times';
import { resolve, type TimeRange } from '../time/range';

/** `2026-11-21T14:03:00` in the viewer's zone, as datetime-local wants it. */
function local(ms: number): string {
  const d = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return d.toISOString().slice(0, 19);
}

/** From and to, in the viewer's zone. */
export function FixedRangeForm(props: { range: TimeRange; onApply: (range: TimeRange) => void }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(() => local(resolve(props.range.from, Date.now())));
  const [to, setTo] = useState(() => local(resolve(props.range.to, Date.now())));
  const id = useId();
  const valid = Date.parse(from) < Date.parse(to);
  return (
    <form
      className="cop-time__fixed"
      onSubmit={(e) => {
        e.preventDefault();
        if (!valid) return;
        props.onApply({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
      }}
    >
      <h3>{t('time.absolute')}</h3>
      <label htmlFor={`${id}from`}>{t('time.from')}</label>
      <input
        id={`${id}from`}
        type="datetime-local"
        step={1}
        value={from}
        onChange={(e) => setFrom(e.target.value)}
      />
      <label htmlFor={`${id}to`}>{t('time.to')}</label>
      <input
        id={`${id}to`}
        type="datetime-local"
        step={1}
        value={to}
        onChange={(e) => setTo(e.target.value)}
      />
      <p className="cop-dim">{valid ? t('time.zone', { zone: zone() }) : t('time.order')}</p>
      <Button type="submit" variant="secondary" size="sm" isDisabled={!valid}>
        {t('time.apply')}
      </Button>
    </form>
  );
}
