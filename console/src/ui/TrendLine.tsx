import { useTranslation } from 'react-i18next';
import type { RedPoint } from '../api/contract';
import { Sparkline } from './Sparkline';
import { wholePoints } from './trend';

interface Props {
  /** whose trend it is */
  name: string;
  points: readonly RedPoint[];
  height: number;
}

/** Rate of a service, instance or version over the range, its errors at the foot. */
export function TrendLine({ name, points, height }: Props) {
  const { t } = useTranslation();
  const whole = wholePoints(points, Date.now());
  return (
    <Sparkline
      label={t('now.trend', { service: name })}
      values={whole.map((p) => p.count)}
      errors={whole.map((p) => p.errors)}
      height={height}
    />
  );
}
